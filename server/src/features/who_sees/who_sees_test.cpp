// SPDX-License-Identifier: Apache-2.0
#include "features/who_sees/who_sees.hpp"

#include "features/surveys/instrument.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::who_sees {
namespace {

using enum QuestionKey;

std::vector<Question> whole_library() {
    std::vector<Question> questions;
    for (const auto& each : surveys::library) questions.push_back(surveys::new_question(SurveyId(), each));
    return questions;
}

const QuestionSights& of(const WhoSees& seen, QuestionKey key) {
    return *std::ranges::find(seen.questions, key, [](const auto& each) { return each.question.key; });
}

TEST(WhoSees, SaysNamesOfOpenQuestionsAtEveryStage) {
    EXPECT_THAT(of(who_sees(whole_library()), know).at, testing::Each(Sight::names));
}

// Two looks at a wave that may still change would tell whose row came between them.
TEST(WhoSees, CountsTheUnnamedOnlyOnceFrozen) {
    const auto seen = who_sees(whole_library());
    for (const auto key : {communicate, advice, referrals})
        EXPECT_THAT(of(seen, key).at,
                    testing::ElementsAre(Sight::agreed_only, Sight::agreed_only, Sight::agreed_and_totals));
}

TEST(WhoSees, GivesTotalsOfSealedQuestionsOnceFrozenAndNothingBefore) {
    const auto seen = who_sees(whole_library());
    for (const auto key : {sensitive, competitor, reliability, contribution})
        EXPECT_THAT(of(seen, key).at, testing::ElementsAre(Sight::nothing, Sight::nothing, Sight::totals));
}

TEST(WhoSees, FollowsAStricterWave) {
    auto questions = whole_library();
    questions[0].sensitivity = Sensitivity::limited;
    EXPECT_EQ(of(who_sees(questions), know).at.back(), Sight::agreed_and_totals);
}

TEST(WhoSees, SaysWhatEachResponseRateCarries) {
    const auto seen = who_sees(whole_library());
    ASSERT_EQ(seen.rates.size(), 3u);
    EXPECT_TRUE(seen.rates[0].names_connectors && seen.rates[0].counts_namings && seen.rates[0].has_figures);
    EXPECT_TRUE(!seen.rates[1].names_connectors && seen.rates[1].counts_namings && seen.rates[1].has_figures);
    EXPECT_TRUE(!seen.rates[2].names_connectors && !seen.rates[2].counts_namings &&
                !seen.rates[2].has_figures);
}

TEST(WhoSees, DrawsNoTieOfSealedQuestions) {
    for (const auto& tie : who_sees(whole_library()).map.ties)
        EXPECT_NE(surveys::in_library(tie.question).sensitivity, Sensitivity::sealed);
}

TEST(WhoSees, KnowsAWaveOfOneQuestion) {
    const std::vector questions{surveys::new_question(SurveyId(), surveys::in_library(know))};
    EXPECT_EQ(who_sees(questions).questions.size(), 1u);
}

}  // namespace
}  // namespace konbit::who_sees
