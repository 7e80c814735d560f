// SPDX-License-Identifier: Apache-2.0
#include "features/recipes/recipe_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::recipes {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Date day(std::string_view text) { return Date::parse(text).value(); }

/// A first wave of members who all lead; whoever is among `silent` did not answer.
struct FirstWave {
    FirstWave(int members, std::vector<networks::Tie> ties, const std::vector<int>& silent,
              Sensitivity sensitivity = Sensitivity::open) {
        data.wave.title = "Baseline";
        auto& asked = data.questions.emplace_back();
        asked.question.key = QuestionKey::worked_together;
        asked.question.sensitivity = sensitivity;
        asked.question.purposes = {AnswerPurpose::facilitator};
        asked.rows.assign(static_cast<std::size_t>(members), RowState::answered);
        asked.is_named.assign(static_cast<std::size_t>(members), true);
        for (const int place : silent) asked.rows[static_cast<std::size_t>(place)] = RowState::nonresponse;
        asked.ties = std::move(ties);
        data.has_declined.resize(static_cast<std::size_t>(members));
        for (int place = 0; place < members; ++place) {
            auto& actor = data.actors.emplace_back();
            actor.member.membership_id = new_id<MembershipId>();
            recipe.leader_ids.push_back(*actor.member.membership_id);
        }
    }
    EarlierWork work() const { return earlier_work(recipe, &data); }

    networks::WaveData data;
    Recipe recipe;
};

// Of four leaders the last did not answer: the three pairs of those who did are known, and the tie that the
// first reports with the last; 2 of these 4 worked together.
TEST(EarlierWork, KnowsAPairWhenBothAnsweredOrOneSaidYes) {
    const auto work = FirstWave(4, {{0, 1}, {0, 3}}, {3}).work();
    EXPECT_EQ(work.pairs, 6);
    EXPECT_EQ(work.known, 4);
    EXPECT_EQ(work.worked_together, 2);
    EXPECT_FALSE(work.gap);
}

TEST(EarlierWork, SaysWhyNothingIsKnown) {
    EXPECT_EQ(earlier_work({}, nullptr).gap, "no_leaders");
    FirstWave two(2, {{0, 1}}, {}, Sensitivity::sealed);
    EXPECT_EQ(two.work().gap, "not_open");
    EXPECT_EQ(two.work().known, 0) << "sealed ties are not counted, not even as a sum of two";
    two.data.questions.clear();
    EXPECT_EQ(two.work().gap, "question_missing");
    EXPECT_EQ(earlier_work(two.recipe, nullptr).gap, "no_wave");
}

Meeting meeting(MeetingKind kind, std::string_view held_on) {
    Meeting each;
    each.kind = kind;
    each.held_on = day(held_on);
    return each;
}

// The year that begins on 1 January 2025 ends on 31 December.
TEST(TrustActs, AreCountedFromTheBeginningForAYear) {
    using enum MeetingKind;
    Recipe recipe;
    recipe.began_on = day("2025-01-01");
    recipe.first_result_on = day("2025-06-30");
    const auto acts = trust_acts(recipe, {meeting(social, "2024-12-31"), meeting(social, "2025-06-30"),
                                          meeting(work_day, "2025-12-31"), meeting(work_day, "2026-01-01"),
                                          meeting(general_meeting, "2025-02-01")});
    EXPECT_EQ(acts.meetings, 5);
    EXPECT_EQ(acts.held, 4);
    EXPECT_EQ(acts.first_year, 2);
    EXPECT_EQ(acts.before_first_result, 1);
    ASSERT_EQ(acts.kinds.size(), 2U);
    EXPECT_EQ(acts.kinds[0].kind, work_day);
    EXPECT_EQ(acts.kinds[0].held, 2);
}

TEST(TrustActs, AreUnknownWithoutAnyMeetingAndNotZero) {
    Recipe recipe;
    recipe.began_on = day("2025-01-01");
    const auto acts = trust_acts(recipe, {});
    EXPECT_EQ(acts.gap, "no_meetings");
    EXPECT_FALSE(acts.first_year);
    EXPECT_FALSE(figures_of(recipe, {}, acts).trust_acts_first_year);
    EXPECT_THAT(acts.kinds, IsEmpty());
}

RecipeFigures days(int value) { return {.days_to_first_result = value}; }

// 90, 120, 400: the middle is 120; of four, the mean of the two in the middle.
TEST(PeerMedians, NeedThreeClusters) {
    EXPECT_FALSE(medians_of({days(90), days(400)}).days_to_first_result.median);
    EXPECT_EQ(medians_of({days(90), days(400)}).days_to_first_result.clusters, 2);
    EXPECT_EQ(medians_of({days(90), days(400), days(120)}).days_to_first_result.median, 120);
    EXPECT_EQ(medians_of({days(90), days(400), days(120), days(130)}).days_to_first_result.median, 125);
    EXPECT_EQ(medians_of({days(90), days(400), {}}).days_to_first_result.clusters, 2);
}

TEST(RecipeRules, RefuseAResultBeforeTheBeginning) {
    Recipe recipe;
    recipe.began_on = day("2025-01-02");
    recipe.first_result_on = day("2025-01-01");
    EXPECT_THAT(checked(recipe, day("2026-01-01")).error().fields,
                ElementsAre(FieldError{"/first_result_on", "before_from"}));
}

}  // namespace
}  // namespace konbit::recipes
