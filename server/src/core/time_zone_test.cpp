// SPDX-License-Identifier: Apache-2.0
#include "core/time_zone.hpp"

#include <gtest/gtest.h>

namespace konbit {
namespace {

LocalTime at(std::string_view zone, std::string_view instant) {
    return local_time(zone, *Instant::parse(instant));
}

// Grenada keeps four hours behind UTC all year; Nassau moves to four in summer and back to five in winter.
TEST(TimeZone, FollowsTheZoneAndItsSummer) {
    EXPECT_EQ(at("America/Grenada", "2026-11-22T02:30:00Z"),
              (LocalTime{*Date::of(2026, 11, 21), 22 * 60 + 30}));
    EXPECT_EQ(at("America/Nassau", "2026-07-01T12:00:00Z").minute_of_day, 8 * 60);
    EXPECT_EQ(at("America/Nassau", "2026-12-01T12:00:00Z").minute_of_day, 7 * 60);
}

TEST(TimeZone, TakesAnUnknownNameForUtc) {
    EXPECT_EQ(at("Nowhere/Island", "2026-11-22T02:30:00Z").minute_of_day, 150);
}

// 22 November 2026 is a Sunday.
TEST(TimeZone, KnowsTheDayOfTheWeek) {
    EXPECT_EQ(at("UTC", "2026-11-22T12:00:00Z").weekday(), 0);
    EXPECT_EQ(at("America/Grenada", "2026-11-22T02:30:00Z").weekday(), 6);
}

}  // namespace
}  // namespace konbit
