// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/design_store.hpp"

#include "features/answers/answer_page.hpp"
#include "features/answers/answering.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::surveys {
namespace {

using enum QuestionKey;

class DesignStore : public testing::SurveyTest {
  protected:
    static auto adding(QuestionKey key) {
        return [key](Design design) {
            design.questions.push_back({key, in_library(key).sensitivity});
            return design;
        };
    }
    static auto keeping(QuestionKey key, Sensitivity sensitivity) {
        return [=](Design design) {
            for (auto& each : design.questions)
                if (each.key == key) each = {key, sensitivity};
            return design;
        };
    }
    /// What is asked behind it is kept as strictly.
    static Design limiting_know(Design design) {
        return keeping(worked_together, Sensitivity::limited)(keeping(know, Sensitivity::limited)(design));
    }
    static auto wording(QuestionKey key, std::string words) {
        return [=](Design design) {
            for (auto& each : design.questions)
                if (each.key == key) each.wording.texts = {{"en", words}, {"es", words}, {"fr", words}};
            return design;
        };
    }
    Wave opened(const Wave& draft) {
        EXPECT_TRUE(sealed::make_wave_key(app().keys, draft.id));
        return write([&](db::Session& session) {
            return open_wave(session, facilitator(draft), instrument(draft.is_baseline), clock().now());
        });
    }
    WaveDetail detail(const Wave& wave) {
        return db()
            .read([&](db::Session& session) { return find_detail(session, facilitator(wave)); })
            .value();
    }
    static std::string reason_of(const auto& result) { return result ? "" : result.error().reason; }
};
KONBIT_ON_BOTH_DATABASES(DesignStore);

TEST_P(DesignStore, AsksOptionalQuestionsOfThisWaveOnly) {
    const Wave before = make_open_wave();
    const Wave draft = make_draft(false);
    ASSERT_TRUE(try_redesign(draft, adding(advice)));
    EXPECT_EQ(detail(opened(draft)).questions.back().key, advice);
    EXPECT_EQ(detail(before).questions.size(), 5u);
}

TEST_P(DesignStore, KeepsOwnWordsThroughTheOpeningAndRefreshesTheOthers) {
    const Wave draft = make_draft();
    ASSERT_TRUE(try_redesign(draft, wording(know, "Whom do you know?")));
    const auto questions = detail(opened(draft)).questions;
    EXPECT_EQ(questions[0].wording.in("es"), "Whom do you know?");
    EXPECT_EQ(questions[1].wording, wording_in(instrument(true), communicate).wording);
}

TEST_P(DesignStore, TellsHowTheLastWaveAsked) {
    const Wave first = make_draft();
    ASSERT_TRUE(try_redesign(first, wording(know, "Whom?")));
    opened(first);
    const Wave second = make_draft(false);
    const auto design =
        db().read([&](db::Session& session) { return find_wave_design(session, second, instrument(false)); });
    EXPECT_EQ(design.previous_title, "Baseline");
    EXPECT_EQ(design.questions[0].previous_wording.in("en"), "Whom?");
    EXPECT_TRUE(design.questions[static_cast<std::size_t>(advice)].previous_wording.empty());
    EXPECT_TRUE(detail(second).questions[0].breaks_series);
}

TEST_P(DesignStore, KeepsAQuestionMoreStrictlyWhileMembersAnswer) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0, Consent::aggregate);
    ASSERT_TRUE(try_tap(wave, by, know, 1, {.value = 1, .device = "phone", .sequence = 1}));
    ASSERT_TRUE(try_redesign(wave, limiting_know));
    EXPECT_EQ(reason_of(try_redesign(wave, keeping(know, Sensitivity::open))), "only_stricter");
    const auto elsewhere =
        db().read([&](db::Session& session) { return answers::find_page(session, by, 0, "another device"); });
    EXPECT_THAT(elsewhere->answers, ::testing::IsEmpty())
        << "given for figures only, it stays where it was given";
}

// What was stored in the clear would have to be sealed afterwards; whoever read it before has read it.
TEST_P(DesignStore, SealsNothingThatWasAnsweredUnsealed) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(try_tap(wave, by, communicate, 1, {.value = 2, .device = "phone", .sequence = 1}));
    EXPECT_EQ(reason_of(try_redesign(wave, keeping(communicate, Sensitivity::sealed))), "answers_given");
    const Wave other = make_open_wave();
    ASSERT_TRUE(try_redesign(other, keeping(communicate, Sensitivity::sealed)));
    const auto refused =
        try_tap(other, respondent(other, 0), communicate, 1, {.value = 2, .device = "phone", .sequence = 1});
    EXPECT_EQ(reason_of(refused), "question_sealed");
}

TEST_P(DesignStore, TakesRatingsOfOneToFourAndSealsThem) {
    const Wave draft = make_draft();
    ASSERT_TRUE(try_redesign(draft, adding(reliability)));
    const Wave wave = opened(draft);
    const auto by = respondent(wave, 0);
    const auto roster = members(wave);
    const auto rate = [&](int value) {
        return answers::save_whole_row(
            app(), by, question(wave, reliability).id,
            {.values = {{roster[1].id, value}}, .device = "phone", .sequence = value});
    };
    EXPECT_FALSE(rate(0));
    EXPECT_FALSE(rate(5));
    ASSERT_TRUE(rate(4));
    const auto rows = db().read([&](db::Session& session) { return sealed::list_of(session, by); });
    ASSERT_EQ(rows.size(), 1u);
    const auto row =
        sealed::open_row(sealed::read_wave_key(app().keys, wave.id).value(),
                         {wave.id, by.respondent(), rows[0].question_id}, rows[0].ciphertext.data);
    EXPECT_EQ(row, (sealed::Row{0, 4, 0, 0}));
}

TEST_P(DesignStore, WritesDownWhatChangedAfterTheOpening) {
    const Wave wave = make_open_wave();
    ASSERT_TRUE(try_redesign(wave, limiting_know));
    const auto kept = db().read(
        [](db::Session& session) { return session.query<std::string>("SELECT after FROM changes"); });
    EXPECT_THAT(
        kept,
        ::testing::ElementsAre(
            R"({"wave_questions":[{"wave":"Baseline","key":"know","sensitivity":"limited","purposes":["facilitator","evaluation","research"]},{"wave":"Baseline","key":"worked_together","sensitivity":"limited","purposes":["facilitator","evaluation","research"]}]})"));
}

TEST_P(DesignStore, AsksByOtherRulesAndMarksWhereTheSeriesBreaks) {
    make_open_wave(false);
    clock().advance(day_ms);
    const Wave draft = make_draft(false);
    ASSERT_TRUE(try_redesign(draft, [](Design design) {
        design.questions[2].rules->scale = Scale::frequency4;
        design = keeping(worked_together, Sensitivity::limited)(design);
        design.questions[3].rules = standard_rules(in_library(worked_together), Sensitivity::limited);
        design.questions[3].rules->gate = communicate;
        design.questions[1].rules->anchors.assign(4, Localized{{{"en", "a"}, {"es", "b"}, {"fr", "c"}}});
        return design;
    }));
    const auto questions = detail(opened(draft)).questions;
    EXPECT_THAT(questions[0].breaks, ::testing::IsEmpty());
    EXPECT_THAT(questions[1].breaks, ::testing::ElementsAre(SeriesBreak::scale));
    EXPECT_EQ(questions[1].anchors[3].in("es"), "b");
    EXPECT_THAT(questions[2].breaks, ::testing::ElementsAre(SeriesBreak::scale));
    EXPECT_THAT(questions[3].breaks, ::testing::ElementsAre(SeriesBreak::gate));
    EXPECT_EQ(questions[3].gate, communicate);
    EXPECT_TRUE(questions[3].breaks_series);
}

// Whoever prints the links holds every link: what is in figures only stays where it was given.
TEST_P(DesignStore, NamesNothingThatIsNotForTheFacilitator) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(try_tap(wave, by, know, 1, {.value = 1, .device = "phone", .sequence = 1}));
    ASSERT_TRUE(try_redesign(wave, [](Design design) {
        for (const auto place : {0, 1, 3})
            design.questions[place].rules->purposes = {AnswerPurpose::evaluation};
        return design;
    }));
    const auto page = [&](std::string_view device) {
        return db().read([&](db::Session& session) {
            return answers::find_page(session, by, 0, device).value().answers.size();
        });
    };
    EXPECT_EQ(page("phone"), 1u);
    EXPECT_EQ(page("another device"), 0u);
    EXPECT_EQ(reason_of(try_redesign(wave,
                                     [](Design design) {
                                         design.questions[0].rules->purposes = {AnswerPurpose::facilitator,
                                                                                AnswerPurpose::evaluation};
                                         return design;
                                     })),
              "only_stricter");
}

}  // namespace
}  // namespace konbit::surveys
