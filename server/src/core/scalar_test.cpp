// SPDX-License-Identifier: Apache-2.0
#include "core/scalar.hpp"

#include "core/visibility.hpp"

#include <gtest/gtest.h>

namespace konbit {
namespace {

TEST(FromText, SaysWhichRuleIsBroken) {
    int number = 0;
    EXPECT_EQ(from_text(number, "12"), "");
    EXPECT_EQ(number, 12);
    EXPECT_EQ(from_text(number, "12.5"), "not_a_whole_number");
    EXPECT_EQ(from_text(number, "99999999999"), "out_of_range");
    Visibility visibility{};
    EXPECT_EQ(from_text(visibility, "public"), "");
    EXPECT_EQ(visibility, Visibility::public_);
    EXPECT_EQ(from_text(visibility, "secret"), "not_allowed");
    Date date;
    EXPECT_EQ(from_text(date, "2026-02-30"), "not_a_date");
    double real = 0;
    EXPECT_EQ(from_text(real, "nan"), "not_a_number");
}

TEST(FromText, EmptiesAnOptional) {
    std::optional<int> year = 1990;
    EXPECT_EQ(from_text(year, ""), "");
    EXPECT_EQ(year, std::nullopt);
    EXPECT_EQ(from_text(year, "1998"), "");
    EXPECT_EQ(year, 1998);
}

TEST(ToText, IsReadBack) {
    EXPECT_EQ(to_text(true), "true");
    EXPECT_EQ(to_text(0.1), "0.1");
    EXPECT_EQ(to_text(std::optional<int>()), "");
    EXPECT_EQ(to_text(Visibility::regional_aggregate), "regional_aggregate");
}

}  // namespace
}  // namespace konbit
