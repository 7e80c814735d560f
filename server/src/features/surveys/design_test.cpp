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
    for (const std::size_t place : {0, 1}) {
        design.questions[place].sensitivity = Sensitivity::sealed;
        design.questions[place].rules->purposes = {AnswerPurpose::evaluation};
    }
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/0/sensitivity", "is_gate"},
                                       FieldError{"/questions/3/sensitivity", "more_open_than_gate"}));
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

QuestionRules& rules(Design& design, QuestionKey key) {
    return *std::ranges::find(design.questions, key, &PlannedQuestion::key)->rules;
}

TEST(WaveDesign, FillsInTheRulesOfTheLibrary) {
    Design design;
    for (const auto& each : standard_design().questions)
        design.questions.push_back({each.key, each.sensitivity});
    EXPECT_EQ(checked(design, two_languages).value(), standard_design());
}

// The gate is read while the members answer: it must have been asked by then.
TEST(WaveDesign, GatesAQuestionByOneThatIsAskedBefore) {
    Design design = standard_design();
    rules(design, competitor).gate = communicate;
    EXPECT_THAT(mistakes_in(design), ::testing::IsEmpty());
    rules(design, communicate).gate = worked_together;
    rules(design, competitor).gate = advice;
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/1/rules/gate", "no_gate"},
                                       FieldError{"/questions/4/rules/gate", "no_gate"}));
}

TEST(WaveDesign, KeepsAQuestionAsStrictlyAsItsGate) {
    Design design = standard_design();
    rules(design, worked_together).gate = communicate;  // which is limited
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/3/sensitivity", "more_open_than_gate"}));
    design.questions[3].sensitivity = Sensitivity::limited;
    rules(design, worked_together).purposes = purposes_of(Sensitivity::limited);
    EXPECT_THAT(mistakes_in(design), ::testing::IsEmpty());
}

TEST(WaveDesign, UsesAQuestionForNothingThatItsGateIsNotFor) {
    Design design = standard_design();
    rules(design, know).purposes = {AnswerPurpose::map_to_members, AnswerPurpose::evaluation,
                                    AnswerPurpose::research};
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/1/rules/purposes", "more_than_gate"},
                                       FieldError{"/questions/3/rules/purposes", "more_than_gate"}));
    rules(design, communicate).purposes = {AnswerPurpose::evaluation, AnswerPurpose::research};
    rules(design, worked_together).purposes = {AnswerPurpose::evaluation};
    EXPECT_THAT(mistakes_in(design), ::testing::IsEmpty());
}

TEST(WaveDesign, SealsNoQuestionThatItMakesAGate) {
    Design design = standard_design();
    design.questions[1].sensitivity = Sensitivity::sealed;  // communicate
    rules(design, communicate).purposes = {AnswerPurpose::evaluation};
    EXPECT_THAT(mistakes_in(design), ::testing::IsEmpty());
    rules(design, sensitive).gate = communicate;
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/1/sensitivity", "is_gate"}));
}

TEST(WaveDesign, JoinsByAHigherValueOnlyWhereThereAreValues) {
    Design design = standard_design();
    rules(design, worked_together).symmetrization = Symmetrization::max;
    rules(design, sensitive).symmetrization = Symmetrization::or_;
    rules(design, know).scale = Scale::frequency4;
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/0/rules/scale", "not_allowed"},
                                       FieldError{"/questions/2/rules/symmetrization", "not_allowed"},
                                       FieldError{"/questions/3/rules/symmetrization", "needs_values"}));
}

TEST(WaveDesign, WantsAllAnchorsOrNoneInEveryLanguage) {
    Design design = standard_design();
    rules(design, communicate).anchors.assign(3, Localized{{{"en", "a"}, {"es", "b"}}});
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/1/rules/anchors", "all_or_none"}));
    rules(design, communicate).anchors.assign(4, Localized{{{"en", "a"}, {"es", "b"}}});
    rules(design, communicate).anchors[2].texts.erase("es");
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/1/rules/anchors/2/es", "required"}));
}

TEST(WaveDesign, UsesSealedAnswersForFiguresOnly) {
    Design design = standard_design();
    rules(design, sensitive).purposes = {AnswerPurpose::facilitator, AnswerPurpose::evaluation};
    rules(design, communicate).purposes = {AnswerPurpose::map_to_members, AnswerPurpose::evaluation};
    rules(design, worked_together).purposes = {AnswerPurpose::map_to_members};
    EXPECT_THAT(mistakes_in(design),
                ::testing::ElementsAre(FieldError{"/questions/1/rules/purposes", "not_allowed"},
                                       FieldError{"/questions/2/rules/purposes", "not_allowed"},
                                       FieldError{"/questions/3/rules/purposes", "required"}));
}

TEST(WaveDesign, AsksAboutOrganizationsOutsideWithoutGateOrSeal) {
    const Design design = with({external_ties, Sensitivity::limited});
    EXPECT_EQ(design.questions.back().rules->scale, Scale::frequency4);
    Design sealed = design, gated = design, joined = design;
    sealed.questions.back().sensitivity = Sensitivity::sealed;
    rules(sealed, external_ties).purposes = {AnswerPurpose::evaluation};
    rules(gated, external_ties).gate = know;
    rules(joined, external_ties).symmetrization = Symmetrization::max;
    EXPECT_THAT(mistakes_in(sealed),
                ::testing::ElementsAre(FieldError{"/questions/5/sensitivity", "not_sealable"}));
    EXPECT_THAT(mistakes_in(gated), ::testing::ElementsAre(FieldError{"/questions/5/rules/gate", "no_gate"}));
    EXPECT_THAT(mistakes_in(joined),
                ::testing::ElementsAre(FieldError{"/questions/5/rules/symmetrization", "not_allowed"}));
}

TEST(WaveDesign, OnlyLosesPurposesOnceMembersCanAnswer) {
    Design stored = standard_design();
    rules(stored, know).purposes = {AnswerPurpose::facilitator, AnswerPurpose::evaluation};
    Design fewer = stored, more = stored, rescaled = stored;
    rules(fewer, know).purposes = {AnswerPurpose::evaluation};
    rules(more, know).purposes.push_back(AnswerPurpose::research);
    rules(rescaled, worked_together).scale = Scale::frequency4;
    EXPECT_EQ(refusal(WaveState::open, stored, fewer), "");
    for (const auto& wanted : {more, rescaled})
        EXPECT_EQ(refusal(WaveState::open, stored, wanted), "only_stricter");
}

TEST(WaveDesign, OnlyGetsStricterOnceMembersCanAnswer) {
    const Design stored = standard_design();
    const Design stricter = with({communicate, Sensitivity::sealed});
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
    EXPECT_EQ(refusal(WaveState::frozen, stored, with({communicate, Sensitivity::sealed})),
              "instrument_frozen");
    EXPECT_EQ(refusal(WaveState::published, stored, stored), "");
}

}  // namespace
}  // namespace konbit::surveys
