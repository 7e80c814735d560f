// SPDX-License-Identifier: Apache-2.0
#include "features/totals/totals.hpp"

#include "features/networks/analyze.hpp"
#include "features/networks/demo_wave_test.hpp"

#include <gtest/gtest.h>

namespace konbit::totals {
namespace {

using networks::DemoWave;
using networks::WaveData;
using enum QuestionKey;

WaveData published(int number) {
    WaveData data = DemoWave(number).data;
    data.wave.state = WaveState::published;
    return data;
}

TotalsWave totals(const WaveData& data, bool has_named_readers = false) {
    return totals_of(data, networks::analyze(data), has_named_readers);
}

const TotalsStep& step(const TotalsWave& wave, QuestionKey key) {
    return *std::ranges::find(wave.steps, key, &TotalsStep::key);
}

// 339 of 675, 167 of 675 and 167 of 339.
TEST(Totals, AreRoundedToWholePercent) {
    const auto wave = totals(published(2));
    EXPECT_EQ(step(wave, know).share, .5);
    EXPECT_EQ(step(wave, communicate).share, .25);
    EXPECT_EQ(step(wave, communicate).share_of_base, .49);
}

TEST(Totals, HaveTablesOfOpenQuestionsOnly) {
    const auto wave = totals(published(2));
    ASSERT_EQ(wave.tables.size(), 2u);
    EXPECT_EQ(wave.tables[0].question, know);
    EXPECT_EQ(wave.tables[1].question, worked_together);
    for (const auto& table : wave.tables)
        for (const auto& group : table.groups) EXPECT_GE(group.answered, disclosure::least_people);
}

TEST(Totals, HideWhatTheReportHides) {
    auto data = published(2);
    for (auto& each : data.questions)
        if (each.question.key == sensitive)
            std::erase_if(each.ties, [&](const auto& tie) { return tie.from != each.ties.front().from; });
    EXPECT_FALSE(step(totals(data), sensitive).share);
    EXPECT_EQ(step(totals(data), sensitive).hidden_reason, "few_givers");
}

/// Everybody speaks with everybody it knows; the first so many leave one out.
WaveData leaving_out_one(int givers) {
    auto data = published(2);
    auto& said =
        *std::ranges::find(data.questions, communicate, [](const auto& each) { return each.question.key; });
    said.ties = data.find(know)->ties;
    for (int leaving = 0, last = -1; leaving < givers; ++leaving) {
        const auto next = std::ranges::find_if(said.ties, [&](const auto& tie) { return tie.from > last; });
        last = next->from;
        said.ties.erase(next);
    }
    return data;
}

// All of 339 acquaintances would be every tie of it, to whoever knows who knows whom; less one of each of
// three they are 336, 99%.
TEST(Totals, HideTheShareOfALimitedQuestionThatTellsItsTies) {
    for (const int givers : {0, 2}) {
        const auto hidden = step(totals(leaving_out_one(givers)), communicate);
        EXPECT_FALSE(hidden.share || hidden.share_of_base) << givers;
        EXPECT_EQ(hidden.hidden_reason, "few_givers");
    }
    EXPECT_EQ(step(totals(leaving_out_one(3)), communicate).share_of_base, .99);
}

networks::QuestionData& question_of(WaveData& data, QuestionKey key) {
    return *std::ranges::find(data.questions, key, [](const auto& each) { return each.question.key; });
}

// Open answers tell how many worked together: the half of the base that they are would give the base.
TEST(Totals, TellNoBaseThatTheyHide) {
    const auto worked_behind = [](WaveData data) {
        question_of(data, worked_together).question.gate = communicate;
        return step(totals(data), worked_together);
    };
    for (const int givers : {0, 2}) {
        const auto behind = worked_behind(leaving_out_one(givers));
        EXPECT_TRUE(behind.share) << givers;
        EXPECT_EQ(behind.base, communicate);
        EXPECT_FALSE(behind.share_of_base) << givers;
    }
    EXPECT_TRUE(worked_behind(leaving_out_one(3)).share_of_base);

    auto data = leaving_out_one(3);
    question_of(data, communicate).question.purposes = {AnswerPurpose::facilitator};
    EXPECT_FALSE(worked_behind(data).share_of_base) << "not for evaluation, so no part of the totals";
}

// Who worked together also communicates: were there as many of the one as of the other, nobody else would.
TEST(Totals, HideALimitedQuestionThatAnOpenOneBehindItTells) {
    auto data = published(2);
    auto& behind = question_of(data, worked_together);
    behind.question.gate = communicate;
    question_of(data, communicate).ties = behind.ties;
    EXPECT_EQ(step(totals(data), communicate).hidden_reason, "few_givers");
    EXPECT_FALSE(step(totals(data), worked_together).share_of_base);
    behind.question.gate = know;
    EXPECT_TRUE(step(totals(data), communicate).share);
}

TEST(Totals, LeaveOutWhatIsNotForEvaluation) {
    auto data = published(2);
    data.questions.front().question.purposes = {AnswerPurpose::facilitator};
    const auto wave = totals(data);
    EXPECT_EQ(std::ranges::count(wave.steps, know, &TotalsStep::key), 0);
    EXPECT_EQ(wave.tables.size(), 1u);
}

TEST(Totals, AreWithheldFromRolesWhereTheConsentNamesReaders) {
    const auto wave = totals(published(2), true);
    EXPECT_EQ(wave.withheld, "named_readers");
    EXPECT_TRUE(wave.steps.empty() && wave.tables.empty());
}

TEST(Totals, AreWithheldOnceAnswersWereTakenOut) {
    auto data = published(2);
    data.freeze = networks::Freeze{.release = 2};
    EXPECT_EQ(totals(data).withheld, "answers_withdrawn");
}

// 22 of 27 answered; 17 are 63%, and four are too few people.
TEST(Totals, AreWithheldBelowTwoThirdsAndBelowFive) {
    const auto keeping = [](int count) {
        auto data = published(1);
        for (auto& question : data.questions) {
            int kept = 0;
            for (auto& row : question.rows)
                if (is_observed(row) && ++kept > count) row = RowState::nonresponse;
            std::erase_if(question.ties, [&](const auto& tie) {
                return !is_observed(question.rows[static_cast<std::size_t>(tie.from)]);
            });
        }
        return totals(data).withheld;
    };
    EXPECT_EQ(keeping(17), "low_response");
    EXPECT_EQ(keeping(4), "few_respondents");
    EXPECT_FALSE(keeping(18));
}

}  // namespace
}  // namespace konbit::totals
