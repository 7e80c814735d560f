// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/account_rules.hpp"

#include <gtest/gtest.h>

namespace konbit::accounts {

namespace {

Account alana() {
    Account account;
    account.email = " Alana@m10.example ";
    account.name = "Alana Noel";
    return account;
}

}  // namespace

TEST(Account, IsFoundByItsAddressInAnyCase) {
    const auto account = checked(alana()).value();
    EXPECT_EQ(account.email, "Alana@m10.example");
    EXPECT_EQ(account.email_folded, "alana@m10.example");
}

TEST(Account, TellsEveryBrokenFieldAtOnce) {
    Account account;
    account.email = "no address";
    const auto error = checked(account).error();
    ASSERT_EQ(error.fields.size(), 2u);
    EXPECT_EQ(error.fields[0].pointer, "/email");
    EXPECT_EQ(error.fields[1].pointer, "/name");
}

}  // namespace konbit::accounts
