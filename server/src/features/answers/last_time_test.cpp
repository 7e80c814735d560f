// SPDX-License-Identifier: Apache-2.0
#include "features/answers/last_time.hpp"

#include "features/answers/answering.hpp"
#include "features/answers/prefill.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::answers {
namespace {

using enum QuestionKey;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Two waves of the same members: in the first, member 0 knows members 1 and 2, communicates monthly with 1
/// and names 2 as a competitor.
class LastWaves : public testing::SurveyTest {
  protected:
    void SetUp() override {
        SurveyTest::SetUp();
        first_ = make_open_wave(false);
    }

    void answer_first(Consent consent = Consent::facilitator) {
        const auto by = respondent(first_, 0, consent);
        tap(first_, by, know, 1, 1);
        tap(first_, by, know, 2, 1);
        tap(first_, by, communicate, 1, 2);
        const RowChange named{.values = {{members(first_)[2].id, 1}}, .device = "phone", .sequence = 9};
        ASSERT_TRUE(save_whole_row(app(), by, question(first_, competitor).id, named));
        write([&](db::Session& session) { return finish(session, by, "RECEIPT1", clock().now()); });
    }
    Wave open_second() {
        move(first_, surveys::WaveEvent::closed);
        clock().advance(day_ms);
        return make_open_wave(false);
    }
    void tap(const Wave& wave, const Respondent& by, QuestionKey key, int alter, std::optional<int> value) {
        ASSERT_TRUE(try_tap(wave, by, key, alter, {value, "phone", ++sequence_, false}));
    }
    /// Agreed as the page does it, with the draw given.
    Respondent agreed(const Wave& wave, int place, bool is_control = false) {
        const auto by = respondent(wave, place);
        db().write([&](db::Session& session) { prefill(session, by, is_control, clock().now()); });
        return by;
    }
    std::optional<LastTime> last_time(const Respondent& by, std::string_view device = {}) {
        return db().read([&](db::Session& session) { return find_last_time(session, by, device); });
    }
    std::int64_t count(const std::string& what) {
        return db().read([&](db::Session& session) {
            return session.value<std::int64_t>("SELECT count(*) FROM " + what);
        });
    }
    std::vector<WaveMemberId> ids(const Wave& wave, std::initializer_list<std::size_t> places) {
        std::vector<WaveMemberId> result;
        for (const auto place : places) result.push_back(members(wave)[place].id);
        return result;
    }

    Wave first_;
    std::int64_t sequence_ = 0;
};
KONBIT_ON_BOTH_DATABASES(LastWaves);

TEST_P(LastWaves, TicksInAdvanceWhomOneKnewAndNothingElse) {
    answer_first();
    const Wave second = open_second();
    const auto by = agreed(second, 0);
    EXPECT_EQ(stored_value(second, by, know, 1), 1);
    EXPECT_EQ(stored_value(second, by, know, 2), 1);
    EXPECT_FALSE(stored_value(second, by, communicate, 1)) << "frequencies are asked blank";
    EXPECT_EQ(row_state(second, by, know), RowState::partial) << "nothing counts before it is gone on from";
    EXPECT_EQ(count("answers WHERE prefilled_untouched"), 2);
}

TEST_P(LastWaves, CountsATickThatWasTouchedAsTouched) {
    answer_first();
    const Wave second = open_second();
    const auto by = agreed(second, 0);
    tap(second, by, know, 1, std::nullopt);
    tap(second, by, know, 1, 1);
    EXPECT_EQ(count("answers WHERE prefilled_untouched"), 1);
    tap(second, by, know, 2, std::nullopt);
    db().write([&](db::Session& session) { prefill(session, by, false, clock().now()); });
    EXPECT_FALSE(stored_value(second, by, know, 2)) << "a second consent brings nothing back";
}

TEST_P(LastWaves, AsksTheControlWithoutTicksAndNotesIt) {
    answer_first();
    const Wave second = open_second();
    const auto by = agreed(second, 0, true);
    EXPECT_FALSE(stored_value(second, by, know, 1));
    EXPECT_EQ(count("prefills WHERE is_control"), 1);
}

TEST_P(LastWaves, DrawsAboutOneInTenAndTheSameAtEveryCall) {
    int drawn = 0;
    for (int i = 0; i < 1000; ++i) {
        const RespondentId one(new_uuid_v4());
        drawn += is_control(app(), one);
        EXPECT_EQ(is_control(app(), one), is_control(app(), one));
    }
    EXPECT_GT(drawn, 50);
    EXPECT_LT(drawn, 160);
}

TEST_P(LastWaves, TellsWhatWasSaidOfAMemberButNothingSealed) {
    answer_first();
    const Wave second = open_second();
    const auto found = last_time(agreed(second, 0));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->known, ids(second, {1, 2}));
    ASSERT_EQ(found->answers.size(), 1);
    EXPECT_EQ(found->answers[0].question_id, question(second, communicate).id);
    EXPECT_EQ(found->answers[0].alter_id, members(second)[1].id);
    EXPECT_EQ(found->answers[0].value, 2);
}

TEST_P(LastWaves, TellsWhatWasForFiguresOnlyToTheDeviceThatGaveIt) {
    answer_first(Consent::aggregate);
    const Wave second = open_second();
    const auto by = agreed(second, 0);
    EXPECT_THAT(last_time(by, "office")->answers, IsEmpty());
    EXPECT_EQ(last_time(by, "phone")->answers.size(), 1);
}

TEST_P(LastWaves, KeepsAQuestionSealedThatWasOpenOnce) {
    answer_first();
    move(first_, surveys::WaveEvent::closed);
    clock().advance(day_ms);
    const Wave second = make_open_wave(false);
    db().write([&](db::Session& session) {
        session.change("UPDATE wave_questions SET sensitivity = 'sealed' WHERE wave_id = $1", second.id);
    });
    const auto found = last_time(agreed(second, 0));
    EXPECT_THAT(found->known, IsEmpty());
    EXPECT_THAT(found->answers, IsEmpty());
}

TEST_P(LastWaves, LeavesOutWhoWentAndTellsWhoCame) {
    answer_first();
    db().write([&](db::Session& session) {
        session.change("UPDATE memberships SET left_on = '2026-10-20' WHERE label = 'Member 2'");
    });
    insert_member(4);
    const Wave second = open_second();
    const auto found = last_time(agreed(second, 0));
    EXPECT_EQ(found->known, ids(second, {1}));
    EXPECT_EQ(found->newcomers, ids(second, {3})) << "places are 0, 1, 3, 4";
}

TEST_P(LastWaves, KnowsNothingOfWhoDidNotAnswerOrTookPartNoMore) {
    answer_first();
    const auto declined = respondent(first_, 1);
    tap(first_, declined, know, 0, 1);
    write([&](db::Session& session) -> Result<bool> {
        KONBIT_CHECK(finish(session, declined, "RECEIPT2", clock().now()));
        KONBIT_CHECK(decline(session, declined, clock().now()));
        return true;
    });
    const Wave second = open_second();
    EXPECT_FALSE(last_time(agreed(second, 1)));
    EXPECT_FALSE(last_time(agreed(second, 3))) << "never answered";
    EXPECT_EQ(count("prefills"), 0);
}

TEST_P(LastWaves, ForgetTheNoteOfWhoDeclines) {
    answer_first();
    const Wave second = open_second();
    const auto by = agreed(second, 0);
    write([&](db::Session& session) -> Result<bool> {
        KONBIT_CHECK(decline(session, by, clock().now()));
        return true;
    });
    EXPECT_EQ(count("prefills"), 0);
    EXPECT_EQ(count("answers WHERE prefilled_untouched"), 0);
}

TEST_P(LastWaves, DoNotCompareWhatWasAskedInOtherWords) {
    answer_first();
    const Wave second = open_second();
    db().write([&](db::Session& session) {
        session.change(R"(
            INSERT INTO question_versions (id, question_id, wording, wording_sha256, created_at)
            SELECT $2, id, '{}', 'other', 0 FROM asked_questions WHERE wave_id = $1 AND key = 'communicate')",
                       second.id, new_id<QuestionVersionId>());
        session.change(R"(
            UPDATE wave_questions SET question_version_id = (SELECT id FROM question_versions WHERE wording_sha256 = 'other')
            WHERE wave_id = $1 AND question_id = (SELECT question_id FROM question_versions WHERE wording_sha256 = 'other'))",
                       second.id);
    });
    EXPECT_THAT(last_time(agreed(second, 0))->answers, IsEmpty());
}

}  // namespace
}  // namespace konbit::answers
