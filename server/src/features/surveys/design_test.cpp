// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/design.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::surveys {
namespace {

using enum QuestionKey;

const std::vector<std::string> two_languages{"en", "es"};

Design with(PlannedQuestion question) {
    Design design = standard_design();
    std::erase_if(design.questions, [&](const auto& each) { return each.key == question.key; });
    design.questions.push_back(std::move(question));
    return checked(std::move(design), two_languages).value();
}

std::vector<FieldError> mistakes_in(const Design& design) {
    const auto result = checked(design, two_languages);
    return result ? std::vector<FieldError>{} : result.error().fields;
}

std::string refusal(WaveState state, const Design& stored, const Design& wanted) {
    const auto result = check_redesign(state, stored, wanted);
    return result ? std::string() : result.error().reason;
}

TEST(WaveDesign, AsksFiveQuestionsUnlessTold) {
    const Design design = standard_design();
    EXPECT_EQ(design.questions.size(), 5u);
    EXPECT_TRUE(checked(design, two_languages));
}

TEST(WaveDesign, PutsOptionalQuestionsInTheOrderOfTheLibrary) {
    Design design = standard_design();
    design.questions.insert(design.questions.begin(), {reliability, Sensitivity::sealed});
    const auto valid = checked(design, two_languages);
    EXPECT_EQ(valid->questions.front().key, know);
    EXPECT_EQ(valid->questions.back().key, reliability);
}

TEST(WaveDesign, KeepsTheFiveAndAsksNothingTwice) {
    Design design = standard_design();
    design.questions.back() = design.questions.front();
    EXPECT_THAT(mistakes_in(design), ::testing::ElementsAre(FieldError{"/questions/4/key", "repeated"},
                                                            FieldError{"/questions", "standard_missing"}));
}

TEST(WaveDesign, IsNeverMoreOpenThanTheLibrary) {
    Design design = standard_design();
    design.questions[2].sensitivity = Sensitivity::limited;  // sensitive information
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/2/sensitivity", "too_open"}));
}

// The server reads at the gate whom the next question lists: a sealed one it could not read.
TEST(WaveDesign, SealsNoQuestionBehindWhichOthersWait) {
    Design design = standard_design();
    design.questions[0].sensitivity = Sensitivity::sealed;
    design.questions[1].sensitivity = Sensitivity::sealed;
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/0/sensitivity", "is_gate"}));
}

TEST(WaveDesign, WantsOwnWordsInEveryLanguageOfTheWave) {
    Design design = standard_design();
    design.questions[0].wording.texts = {{"en", "  Whom do you know? "}, {"fr", "Qui ?"}};
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/0/wording/es", "required"},
                                       FieldError{"/questions/0/wording/fr", "not_allowed"}));
    design.questions[0].wording.texts = {{"en", "  Whom do you know? "}, {"es", "¿A quién?"}};
    EXPECT_EQ(checked(design, two_languages)->questions[0].wording.in("en"), "Whom do you know?");
}

TEST(WaveDesign, OnlyGetsStricterOnceMembersCanAnswer) {
    const Design stored = standard_design();
    const Design stricter = with({know, Sensitivity::limited});
    const Design longer = with({advice, Sensitivity::limited});
    const Design reworded = with({know, Sensitivity::open, {{{"en", "Whom?"}, {"es", "¿A quién?"}}}});
    for (const auto state : {WaveState::open, WaveState::closed}) {
        EXPECT_EQ(refusal(state, stored, stricter), "");
        EXPECT_EQ(refusal(state, stricter, stored), "only_stricter");
        EXPECT_EQ(refusal(state, stored, longer), "only_stricter");
        EXPECT_EQ(refusal(state, stored, reworded), "only_stricter");
    }
    EXPECT_EQ(refusal(WaveState::draft, stricter, longer), "");
}

TEST(WaveDesign, StandsStillOnceFrozen) {
    const Design stored = standard_design();
    EXPECT_EQ(refusal(WaveState::frozen, stored, with({know, Sensitivity::limited})), "instrument_frozen");
    EXPECT_EQ(refusal(WaveState::published, stored, stored), "");
}

}  // namespace
}  // namespace konbit::surveys
