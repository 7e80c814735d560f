// SPDX-License-Identifier: Apache-2.0
#include "features/holidays/holiday.hpp"

#include "features/reference/reference_book.hpp"

#include <gtest/gtest.h>

namespace konbit::holidays {
namespace {

std::string day(std::string_view rule, int year) {
    const auto date = day_in(rule, year);
    return date ? date->str() : "none";
}

// Easter Sunday is 28 March 2027; 1 August 2027 is a Sunday, 31 May 2027 a Monday.
TEST(Holidays, FallOnFixedDaysAroundEasterAndOnWeekdays) {
    EXPECT_EQ(day("12-25", 2027), "2027-12-25");
    EXPECT_EQ(day("easter-2", 2027), "2027-03-26");
    EXPECT_EQ(day("easter+60", 2027), "2027-05-27") << "Corpus Christi is a Thursday";
    EXPECT_EQ(day("08-mon1", 2027), "2027-08-02");
    EXPECT_EQ(day("08-mon1+1", 2027), "2027-08-03");
    EXPECT_EQ(day("08-mon1-4", 2027), "2027-07-29") << "the Thursday before, in another month";
    EXPECT_EQ(day("10-mon3", 2027), "2027-10-18");
    EXPECT_EQ(day("05-mon-1", 2027), "2027-05-31");
    EXPECT_EQ(day("12-fri-1", 2027), "2027-12-31");
}

TEST(Holidays, AreNotWhatIsNoRule) {
    for (const auto* rule :
         {"", "easter", "easter2", "13-01", "02-30", "08-mon5", "08-mon", "08-xyz1", "8-1"})
        EXPECT_EQ(day(rule, 2027), std::string_view(rule) == "easter" ? "2027-03-28" : "none") << rule;
}

TEST(Holidays, OfThisReleaseAllFallSomewhereAndHaveNames) {
    EXPECT_GT(rules().size(), 200u);
    for (const auto& rule : rules()) {
        EXPECT_NE(day(rule.day, 2027), "none") << rule.country_code << ' ' << rule.day;
        EXPECT_TRUE(reference().country(rule.country_code)) << rule.country_code;
        EXPECT_TRUE(reference().has("holiday", rule.code)) << rule.code;
        EXPECT_FALSE(rule.source.empty());
    }
}

TEST(Holidays, AreThoseOfTheCountry) {
    const auto first_of_august = *Date::of(2027, 8, 1);
    EXPECT_TRUE(is_holiday("JM", first_of_august));
    EXPECT_FALSE(is_holiday("GD", first_of_august));
    EXPECT_TRUE(is_holiday("GD", *Date::of(2027, 2, 7)));
    EXPECT_FALSE(is_holiday("XX", *Date::of(2027, 12, 25)));
}

TEST(Holidays, AreListedByDayInTheReadersLanguage) {
    const auto all = list("GD", 2027, "es");
    ASSERT_EQ(all.size(), 12u);
    EXPECT_EQ(all.front().name, "Año Nuevo");
    EXPECT_EQ(all[1].date.str(), "2027-02-07");
    EXPECT_EQ(all.back().date.str(), "2027-12-26");
}

}  // namespace
}  // namespace konbit::holidays
