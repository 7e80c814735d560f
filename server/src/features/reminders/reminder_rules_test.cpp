// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/reminder_rules.hpp"

#include <gtest/gtest.h>

namespace konbit::reminders {
namespace {

// 2 November 2026 is a Monday; noon in Grenada is four o'clock in the afternoon UTC.
Instant noon(int day) { return start_of(*Date::of(2026, 11, day)) + 16 * hour_ms; }

Asked asked(std::string email = "ada@konbit.example") {
    Asked one;
    one.respondent_id = new_id<RespondentId>();
    one.email = std::move(email);
    one.language = "en";
    one.country_code = "GD";
    one.time_zone = "America/Grenada";
    one.wave_state = WaveState::open;
    one.opens_at = noon(2);
    one.plan = ReminderState::on;
    return one;
}
Suspension hurricane(int begins, int ends) {
    return {.country_code = "GD", .begins_at = noon(begins), .ends_at = noon(ends)};
}
std::optional<std::int64_t> number_at(const Asked& one, int day, const Circumstances& around = {}) {
    const auto step = next_step(one, around, noon(day));
    if (!step) return std::nullopt;
    return step->number;
}

// Opened on the 2nd: the link at once, reminders on the 9th, 16th, 23rd and 30th.
TEST(Reminders, FollowTheCalendarOfTheWave) {
    Asked one = asked();
    EXPECT_EQ(next_step(one, {}, noon(2)), (Step{1, noon(2)}));
    one.last_step = 1;
    EXPECT_EQ(next_step(one, {}, noon(3)), (Step{2, noon(9)}));
    one.last_step = 4;
    EXPECT_EQ(next_step(one, {}, noon(24)), (Step{5, noon(30)}));
    one.last_step = 5;
    EXPECT_FALSE(number_at(one, 30));
}

TEST(Reminders, SendTheLatestOfSeveralThatWereMissed) { EXPECT_EQ(number_at(asked(), 17), 3); }

TEST(Reminders, LeaveOutTheLinkForWhoeverHasIt) {
    Asked one = asked();
    one.has_link = true;
    EXPECT_EQ(next_step(one, {}, noon(2)), (Step{2, noon(9)}));
}

TEST(Reminders, EndWithTheAnswerAndBeforeTheEnd) {
    Asked one = asked();
    one.closes_at = noon(17);
    one.last_step = 2;
    EXPECT_FALSE(number_at(one, 10)) << "the 16th is the last day";
    one.closes_at = noon(18);
    EXPECT_EQ(number_at(one, 10), 3);
    for (const auto state : {RespondentState::done, RespondentState::declined, RespondentState::withdrawn}) {
        one.state = state;
        EXPECT_FALSE(number_at(one, 10));
    }
}

TEST(Reminders, TellOfADraftAWeekBefore) {
    Asked one = asked();
    one.wave_state = WaveState::draft;
    one.opens_at = {};
    EXPECT_FALSE(number_at(one, 2));
    one.opens_on = Date::of(2026, 11, 20);
    EXPECT_EQ(next_step(one, {}, noon(2)), (Step{0, start_of(*Date::of(2026, 11, 13))}));
    one.last_step = 0;
    EXPECT_FALSE(number_at(one, 13));
}

TEST(Reminders, WaitAsLongAsTheCountryWasSuspended) {
    Circumstances around;
    around.suspensions["GD"] = {hurricane(7, 11)};
    Asked one = asked();
    one.last_step = 1;
    EXPECT_EQ(next_step(one, around, noon(9)), (Step{2, noon(13)}));
}

TEST(Reminders, AreOneMailAWeekOverAllClusters) {
    std::vector all{asked(), asked(), asked("ben@konbit.example")};
    all[1].opens_at = noon(5);  // due in three days: it travels along
    Circumstances around;
    const auto first = bundles(all, around, noon(2));
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0].email, "ada@konbit.example");
    EXPECT_EQ(first[0].items.size(), 2u);
    around.written_at["ada@konbit.example"] = noon(2);
    EXPECT_EQ(bundles(all, around, noon(6)).size(), 1u) << "ben only";
    EXPECT_EQ(bundles(all, around, noon(9)).size(), 2u);
}

TEST(Reminders, GoToNobodyWhoWantsNoneOrWhileHeld) {
    std::vector all{asked()};
    Circumstances around;
    around.stopped = {all[0].respondent_id};
    EXPECT_TRUE(bundles(all, around, noon(2)).empty());
    around.stopped = {};
    around.refused = {"ada@konbit.example"};
    EXPECT_TRUE(bundles(all, around, noon(2)).empty()) << "there is nobody at the address";
    around.refused = {};
    for (const auto state : {ReminderState::off, ReminderState::held}) {
        all[0].plan = state;
        EXPECT_TRUE(bundles(all, around, noon(2)).empty());
    }
}

TEST(Reminders, KeepQuietByNightOnSundaysAndInSuspendedCountries) {
    const std::vector all{asked()};
    EXPECT_TRUE(bundles(all, {}, noon(3) + 8 * hour_ms).empty()) << "eight in the evening";
    EXPECT_TRUE(bundles(all, {}, noon(8)).empty()) << "a Sunday";
    Circumstances around;
    around.suspensions["GD"] = {hurricane(3, 5)};
    EXPECT_TRUE(bundles(all, around, noon(4)).empty());
    EXPECT_EQ(bundles(all, around, noon(5)).size(), 1u);
    EXPECT_EQ(earliest(all[0], around, noon(2), noon(3)), noon(5));
}

// Open from the 2nd to the 20th; four days lost in Grenada, one in Saint Lucia.
TEST(Reminders, SuggestAnEndThatGivesBackWhatWasLost) {
    std::vector all{asked(), asked()};
    all[1].country_code = "LC";
    for (auto& one : all) one.closes_at = noon(20);
    Circumstances around;
    EXPECT_FALSE(suggested_end(all, around, 0));
    around.suspensions["GD"] = {hurricane(7, 11)};
    around.suspensions["LC"] = {hurricane(10, 11)};
    EXPECT_EQ(suggested_end(all, around, 0), noon(24));
    EXPECT_FALSE(suggested_end(all, around, 4 * day_ms)) << "it was moved already";
    around.suspensions["GD"] = {hurricane(1, 3)};
    EXPECT_EQ(suggested_end(all, around, 0), noon(21)) << "a day of it lay before the opening";
}

}  // namespace
}  // namespace konbit::reminders
