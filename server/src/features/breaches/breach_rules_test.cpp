// SPDX-License-Identifier: Apache-2.0
#include "features/breaches/breach.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::breaches {
namespace {

constexpr Instant found{1'792'454'400'000};  // 2026-10-20T00:00Z

Breach in(std::vector<std::string> countries) {
    Breach breach;
    breach.title = "A laptop was stolen";
    breach.what = "It held a roster.";
    breach.whose = "28 contacts";
    breach.countries = std::move(countries);
    breach.found_at = found;
    return breach;
}

// The Cayman Islands give five days, Barbados 72 hours; of Dominica no number is known: the house rule.
TEST(Breach, HasTheClockOfEachCountry) {
    const auto deadlines = deadlines_of(in({"KY", "BB", "DM"}), found);
    ASSERT_EQ(deadlines.size(), 3U);
    EXPECT_EQ(deadlines[0].country_code, "BB");
    EXPECT_EQ(deadlines[0].due_at, found + 72 * hour_ms);
    EXPECT_TRUE(deadlines[0].is_by_law && deadlines[0].is_confirmed);
    EXPECT_EQ(deadlines[1].country_code, "DM");
    EXPECT_EQ(deadlines[1].hours, 72);
    EXPECT_FALSE(deadlines[1].is_by_law);
    EXPECT_EQ(deadlines[2].due_at, found + 120 * hour_ms);
    EXPECT_FALSE(deadlines[2].is_confirmed) << "general knowledge, to be confirmed by counsel";
}

TEST(Breach, IsOverdueOnceTheHoursAreOverAndStaysSo) {
    Breach breach = in({"BB"});
    EXPECT_FALSE(deadlines_of(breach, found + 72 * hour_ms).front().is_overdue);
    EXPECT_TRUE(deadlines_of(breach, found + 72 * hour_ms + 1).front().is_overdue);
    breach.notices = {{"BB", found + 80 * hour_ms}};
    EXPECT_TRUE(deadlines_of(breach, found + 90 * hour_ms).front().is_overdue) << "told too late";
    EXPECT_EQ(next_due(breach), std::nullopt);
}

TEST(Breach, NamesEveryBrokenRule) {
    Breach breach = in({"XX"});
    breach.what = " ";
    breach.found_at = found + 1;
    const auto refused = checked(breach, found);
    ASSERT_FALSE(refused);
    std::vector<std::string> pointers;
    for (const auto& each : refused.error().fields) pointers.push_back(each.pointer);
    EXPECT_THAT(pointers, testing::ElementsAre("/what", "/countries/0", "/found_at"));
}

}  // namespace
}  // namespace konbit::breaches
