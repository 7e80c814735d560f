// SPDX-License-Identifier: Apache-2.0
#include "features/suspensions/suspension.hpp"

#include <gtest/gtest.h>

namespace konbit::suspensions {
namespace {

Instant day(int number) { return start_of(*Date::of(2026, 9, number)); }
Suspension from_to(int begins, int ends) {
    return {.country_code = "GD", .begins_at = day(begins), .ends_at = day(ends)};
}

TEST(Suspension, HoldsFromItsBeginningUpToItsEnd) {
    const std::vector all{from_to(5, 8)};
    EXPECT_FALSE(is_suspended(all, day(5) - 1));
    EXPECT_TRUE(is_suspended(all, day(5)));
    EXPECT_TRUE(is_suspended(all, day(8) - 1));
    EXPECT_FALSE(is_suspended(all, day(8)));
}

// Due on the 4th: before it. On the 6th and on the 10th: three days later. With one of the 12th to the 14th,
// what was due on the 10th reaches the 13th, and so waits two days more.
TEST(Suspension, PostponesByItsLength) {
    const std::vector one{from_to(5, 8)};
    EXPECT_EQ(postponed(day(4), one), day(4));
    EXPECT_EQ(postponed(day(6), one), day(9));
    EXPECT_EQ(postponed(day(10), one), day(13));
    const std::vector two{from_to(12, 14), from_to(5, 8)};
    EXPECT_EQ(postponed(day(10), two), day(15));
    EXPECT_EQ(postponed(day(8), two), day(11));
}

// The 5th to the 8th and the 6th to the 10th are five days together, not seven.
TEST(Suspension, CountsTimeOnceThatSeveralCover) {
    EXPECT_EQ(postponed(day(7), std::vector{from_to(5, 8), from_to(6, 10)}), day(12));
    EXPECT_EQ(postponed(day(7), std::vector{from_to(5, 10), from_to(6, 8)}), day(12));
}

TEST(Suspension, IsCheckedByItsDays) {
    EXPECT_TRUE(checked(from_to(5, 8), day(5)));
    EXPECT_FALSE(checked(from_to(8, 5), day(1)));
    EXPECT_FALSE(checked(from_to(5, 8), day(9))) << "it is over";
    EXPECT_FALSE(checked(from_to(2, 8), day(5))) << "it began long ago";
    EXPECT_FALSE(
        checked({.country_code = "GD", .begins_at = day(1), .ends_at = day(1) + 61 * day_ms}, day(1)));
}

}  // namespace
}  // namespace konbit::suspensions
