// SPDX-License-Identifier: Apache-2.0
#include "core/time.hpp"

#include <gtest/gtest.h>

namespace konbit {
namespace {

// 2026-11-21 is day 20,778: 56 years x 365 + 14 leap days = 20,454 to 2026-01-01, and 324 days to 21
// November.
TEST(Instant, IsWrittenAndReadAsIso8601) {
    const Instant at{20'778 * day_ms + 21 * hour_ms + 48 * minute_ms + 42 * second_ms + 500};
    EXPECT_EQ(at.str(), "2026-11-21T21:48:42.500Z");
    EXPECT_EQ(Instant::parse("2026-11-21T21:48:42.5Z"), at);
    EXPECT_EQ(Instant::parse("2026-11-21T17:48:42.500999-04:00"), at);
    EXPECT_EQ(Instant::parse("2026-11-21T21:48Z"), at - 42'500);
}

TEST(Instant, BeforeTheEpochKeepsItsDay) {
    EXPECT_EQ(Instant{-1}.str(), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(Instant::parse("1969-12-31T23:59:59.999Z"), Instant{-1});
}

TEST(Instant, NeedsAZoneAndARealTime) {
    EXPECT_FALSE(Instant::parse("2026-11-21T21:48:42"));
    EXPECT_FALSE(Instant::parse("2026-11-21"));
    EXPECT_FALSE(Instant::parse("2026-11-21T24:00:00Z"));
    EXPECT_FALSE(Instant::parse("2026-02-29T10:00:00Z"));
    EXPECT_FALSE(Instant::parse("2026-11-21T21:48:42.Z"));
    EXPECT_FALSE(Instant::parse("2026-11-21T21:48:42Z "));
}

TEST(Date, KnowsLeapYears) {
    EXPECT_TRUE(Date::parse("2028-02-29"));
    EXPECT_FALSE(Date::parse("2026-02-29"));
    EXPECT_FALSE(Date::parse("2026-2-1"));
    EXPECT_EQ(Date::of(1970, 1, 2)->days, 1);
    EXPECT_EQ(Date{20'778}.str(), "2026-11-21");
    EXPECT_EQ(Date{20'778}.month(), 11);
}

TEST(ManualClock, StandsStillUntilTold) {
    ManualClock clock(Instant{1000});
    clock.advance(day_ms);
    EXPECT_EQ(clock.now(), Instant{1000 + 86'400'000});
}

}  // namespace
}  // namespace konbit
