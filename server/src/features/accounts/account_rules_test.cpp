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

std::string code_of(std::string_view password) {
    const auto checked_password = check_new_password(password, alana());
    return checked_password ? "" : checked_password.error().fields.front().code;
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

TEST(NewPassword, NeedsLengthAndNothingElse) {
    EXPECT_EQ(code_of("fourteen chars"), "too_short");
    EXPECT_EQ(code_of("all lower case words"), "");
    EXPECT_EQ(code_of("mango de kè kontan"), "");
}

// Fourteen letters of two bytes each are still fourteen characters.
TEST(NewPassword, CountsCharactersNotBytes) { EXPECT_EQ(code_of("éèàùéèàùéèàùéè"), "too_short"); }

TEST(NewPassword, MayNotBeWhatAnybodyTriesFirst) {
    EXPECT_EQ(code_of("aaaaaaaaaaaaaaaa"), "easy_to_guess");
    EXPECT_EQ(code_of("abcdefghijklmnop"), "easy_to_guess");
    EXPECT_EQ(code_of("passwordpassword"), "easy_to_guess");
    EXPECT_EQ(code_of("Alana Noel 2026!"), "easy_to_guess");
}

}  // namespace konbit::accounts
