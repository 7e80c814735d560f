// SPDX-License-Identifier: Apache-2.0
#include "features/wave_changes/wave_change.hpp"

#include "features/answers/answering.hpp"
#include "features/answers/prefill.hpp"
#include "features/surveys/testing/survey_test.hpp"
#include "features/wave_changes/anchoring.hpp"
#include "features/wave_changes/change_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::wave_changes {
namespace {

using enum QuestionKey;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// `count` respondents who each knew `former` members and kept `kept` of them.
std::vector<KeptByRespondent> alike(int count, bool is_control, std::int64_t former, std::int64_t kept) {
    return std::vector<KeptByRespondent>(static_cast<std::size_t>(count), {is_control, former, kept});
}

TEST(Anchoring, IsNothingWithoutRespondents) { EXPECT_FALSE(anchoring_of({})); }

TEST(Anchoring, IsWithheldBelowFiveInEitherGroup) {
    auto all = alike(30, false, 10, 9);
    std::ranges::copy(alike(4, true, 10, 5), std::back_inserter(all));
    const auto found = anchoring_of(all);
    EXPECT_TRUE(found->is_withheld);
    EXPECT_EQ(found->control.respondents, 4);
    EXPECT_FALSE(found->control.share || found->control.former || found->prefilled.share ||
                 found->difference);
}

// Ten keep 9 of 10 each; of the control, three keep 6 of 10 and three 8 of 10: 42 of 60 = 0.7. Difference
// 0.2. The prefilled all keep the same share, so their variance is 0; the control's residuals are -1 and +1
// six times: 6 / 60^2 * 6/5 = 0.002, and 1.96 * sqrt(0.002) = 0.08765.
TEST(Anchoring, ComparesTheSharesWithAMargin) {
    auto all = alike(10, false, 10, 9);
    std::ranges::copy(alike(3, true, 10, 6), std::back_inserter(all));
    std::ranges::copy(alike(3, true, 10, 8), std::back_inserter(all));
    const auto found = anchoring_of(all);
    EXPECT_FALSE(found->is_withheld);
    EXPECT_DOUBLE_EQ(*found->prefilled.share, .9);
    EXPECT_DOUBLE_EQ(*found->control.share, .7);
    EXPECT_NEAR(*found->difference, .2, 1e-12);
    EXPECT_NEAR(*found->margin, .08765, 1e-5);
}

class WaveChanges : public testing::SurveyTest {
  protected:
    Respondent answers(const Wave& wave, int from, std::initializer_list<int> known) {
        const auto by = respondent(wave, from);
        db().write([&](db::Session& session) { answers::prefill(session, by, false, clock().now()); });
        for (const int to : known) EXPECT_TRUE(try_tap(wave, by, know, to, {1, "phone", ++sequence_, false}));
        return by;
    }
    void end(const Respondent& by) {
        write([&](db::Session& session) { return answers::finish(session, by, "RECEIPT1", clock().now()); });
    }
    Wave later() {
        clock().advance(day_ms);
        return make_open_wave(false);
    }
    WaveChange change(const Wave& wave) {
        return db()
            .read([&](db::Session& session) {
                return find_change(session, System::analyst(cluster_, wave.id));
            })
            .value();
    }

    std::int64_t sequence_ = 0;
};
KONBIT_ON_BOTH_DATABASES(WaveChanges);

TEST_P(WaveChanges, AreNothingInAFirstWave) {
    const auto found = change(make_open_wave(false));
    EXPECT_FALSE(found.turnover.since);
    EXPECT_THAT(found.questions, IsEmpty());
}

// First: 0 knows 1 and 2; 1 knows 0. Then member 3 leaves and member 4 joins; 0 keeps 1 untouched, takes 2
// back and adds 4; 1 does not answer. Comparable: the row of 0 towards 1 and 2, both there twice: one kept,
// one lost; the tie to the newcomer is none that could have been before.
TEST_P(WaveChanges, CountOverCommonMembersAndTellTurnover) {
    const Wave first = make_open_wave(false);
    end(answers(first, 0, {1, 2}));
    end(answers(first, 1, {0}));
    db().write([&](db::Session& session) {
        session.change("UPDATE memberships SET left_on = '2026-10-20' WHERE label = 'Member 3'");
    });
    insert_member(4);
    const Wave second = later();
    const auto by = answers(second, 0, {3});  // places: 0, 1, 2, and Member 4 at 3
    ASSERT_TRUE(try_tap(second, by, know, 2, {std::nullopt, "phone", ++sequence_, false}));
    end(by);

    const auto found = change(second);
    EXPECT_EQ(found.turnover.since->title, "Baseline");
    EXPECT_THAT(found.turnover.joined, ElementsAre("Member 4"));
    EXPECT_THAT(found.turnover.left, ElementsAre("Member 3"));
    EXPECT_EQ(found.common, 3);
    const auto& known = found.questions.at(0);
    EXPECT_EQ(known.key, know);
    EXPECT_EQ(known.respondents, 1);
    EXPECT_EQ(known.comparable, 2);
    EXPECT_EQ(std::tuple(known.kept, known.lost, known.gained, known.untouched), std::tuple(1, 1, 0, 1));
    EXPECT_DOUBLE_EQ(*known.jaccard, .5);
    EXPECT_DOUBLE_EQ(*known.jaccard_touched, 0) << "without the untouched tick only the lost one is left";
    EXPECT_FALSE(known.density_before) << "two rows of four are too few";
    EXPECT_DOUBLE_EQ(*known.density_before_common, 1) << "0 knew 1 and 2";
    EXPECT_DOUBLE_EQ(*known.density_after_common, .5);
}

TEST_P(WaveChanges, SayNothingOfSealedQuestions) {
    const Wave first = make_open_wave(false);
    const Wave second = later();
    for (const auto& question : change(second).questions)
        EXPECT_THAT(question.key, ::testing::AnyOf(know, communicate, worked_together));
}

}  // namespace
}  // namespace konbit::wave_changes
