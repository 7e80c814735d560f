// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/quiet_hours.hpp"

#include <gtest/gtest.h>

namespace konbit::reminders {
namespace {

Instant utc(std::string_view text) { return *Instant::parse(text); }
constexpr std::string_view grenada = "America/Grenada";  // four hours behind

// 23 November 2026 is a Monday.
TEST(QuietHours, AreFromEightInTheEveningToSeven) {
    EXPECT_FALSE(may_write_at("GD", local_time(grenada, utc("2026-11-23T10:59:00Z"))));
    EXPECT_TRUE(may_write_at("GD", local_time(grenada, utc("2026-11-23T11:00:00Z"))));
    EXPECT_TRUE(may_write_at("GD", local_time(grenada, utc("2026-11-23T23:59:00Z"))));
    EXPECT_FALSE(may_write_at("GD", local_time(grenada, utc("2026-11-24T00:00:00Z"))));
}

TEST(QuietHours, AreAllOfSundayAndOfCommonHolidays) {
    EXPECT_FALSE(may_write_at("GD", local_time(grenada, utc("2026-11-22T15:00:00Z"))));
    EXPECT_FALSE(may_write_at("GD", local_time(grenada, utc("2026-12-25T15:00:00Z"))));
    EXPECT_FALSE(may_write_at("GD", local_time(grenada, utc("2027-01-01T15:00:00Z"))));
}

// Easter Sunday was 20 April 2025 and 5 April 2026, and is 28 March 2027.
TEST(QuietHours, KnowGoodFriday) {
    EXPECT_TRUE(is_common_holiday(*Date::of(2025, 4, 18)));
    EXPECT_TRUE(is_common_holiday(*Date::of(2026, 4, 3)));
    EXPECT_TRUE(is_common_holiday(*Date::of(2027, 3, 26)));
    EXPECT_FALSE(is_common_holiday(*Date::of(2026, 4, 10)));
}

// 25 October 2027 is a Monday: thanksgiving in Grenada, a working day in Jamaica.
TEST(QuietHours, AreThePublicHolidaysOfTheOwnCountry) {
    EXPECT_FALSE(may_write_at("GD", local_time(grenada, utc("2027-10-25T15:00:00Z"))));
    EXPECT_TRUE(may_write_at("JM", local_time("America/Jamaica", utc("2027-10-25T15:00:00Z"))));
    EXPECT_EQ(next_to_write({"GD", grenada}, utc("2027-10-25T15:00:00Z")).str(), "2027-10-26T11:00:00.000Z");
}

TEST(QuietHours, EndOnTheNextMorningOfAWorkingDay) {
    const auto next = [](std::string_view from) { return next_to_write({"GD", grenada}, utc(from)).str(); };
    EXPECT_EQ(next("2026-11-23T15:00:00Z"), "2026-11-23T15:00:00.000Z");
    EXPECT_EQ(next("2026-11-23T09:00:00Z"), "2026-11-23T11:00:00.000Z") << "five in the morning";
    EXPECT_EQ(next("2026-11-22T01:00:00Z"), "2026-11-23T11:00:00.000Z") << "nine on Saturday evening";
    EXPECT_EQ(next("2026-12-25T01:00:00Z"), "2026-12-28T11:00:00.000Z")
        << "Christmas is a Friday, and Saturday is a holiday too";
}

// Nassau puts its clock forward on Sunday 14 March 2027: Monday at seven is four hours behind, not five.
TEST(QuietHours, FollowAClockThatIsPutForward) {
    EXPECT_EQ(next_to_write({"BS", "America/Nassau"}, utc("2027-03-14T02:00:00Z")).str(),
              "2027-03-15T11:00:00.000Z");
}

}  // namespace
}  // namespace konbit::reminders
