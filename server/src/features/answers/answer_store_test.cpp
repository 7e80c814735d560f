// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answer_store.hpp"

#include "features/answers/answer_page.hpp"
#include "features/answers/answering.hpp"
#include "features/answers/participation.hpp"
#include "features/networks/network_service.hpp"
#include "features/surveys/testing/survey_test.hpp"
#include "json/writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace konbit::answers {
namespace {

using enum QuestionKey;

class AnswerStore : public testing::SurveyTest {
  protected:
    static Tap tap(std::optional<int> value, std::string device, std::int64_t sequence) {
        return {.value = value, .device = std::move(device), .sequence = sequence};
    }
    Result<void> say(const Wave& wave, const Respondent& by, QuestionKey key, RowChange change) {
        return save_whole_row(app(), by, question(wave, key).id, change);
    }
    AnswerPage page(const Respondent& by, std::string_view device = {}) {
        return db().read([&](db::Session& session) { return find_page(session, by, 0, device); }).value();
    }
    std::string ciphertext_of(const Wave& wave, const Respondent& by, QuestionKey key) {
        const auto asked = question(wave, key).id;
        const auto rows = db().read([&](db::Session& session) { return sealed::list_of(session, by); });
        const auto row = std::ranges::find(rows, asked, &sealed::StoredRow::question_id);
        return row == rows.end() ? "" : row->ciphertext.data;
    }
    std::optional<sealed::Row> sealed_row_of(const Wave& wave, const Respondent& by, QuestionKey key) {
        return sealed::open_row(sealed::read_wave_key(app().keys, wave.id).value(),
                                {wave.id, by.respondent(), question(wave, key).id},
                                ciphertext_of(wave, by, key));
    }
    static std::string reason_of(const Result<void>& result) { return result ? "" : result.error().reason; }
};
KONBIT_ON_BOTH_DATABASES(AnswerStore);

TEST_P(AnswerStore, KeepsEachTap) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 1)));
    EXPECT_EQ(stored_value(wave, by, know, 1), 1);
    EXPECT_EQ(row_state(wave, by, know), RowState::partial);
}

TEST_P(AnswerStore, LetsTheLastReceivedWinWithinADevice) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(try_tap(wave, by, communicate, 1, tap(3, "phone", 7)));
    ASSERT_TRUE(try_tap(wave, by, communicate, 1, tap(1, "phone", 5))) << "late repetitions are no error";
    EXPECT_EQ(stored_value(wave, by, communicate, 1), 3) << "and change nothing";
    ASSERT_TRUE(try_tap(wave, by, communicate, 1, tap(2, "phone", 8)));
    EXPECT_EQ(stored_value(wave, by, communicate, 1), 2);
}

TEST_P(AnswerStore, LetsAnotherDeviceWinByArrival) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 900)));
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(std::nullopt, "laptop", 1)));
    EXPECT_FALSE(stored_value(wave, by, know, 1));
}

TEST_P(AnswerStore, DoesNotBringATakenBackTieBack) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 1)));
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(std::nullopt, "phone", 2)));
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 1)));
    EXPECT_FALSE(stored_value(wave, by, know, 1));
}

TEST_P(AnswerStore, TakesLaterTiesBackWithTheirGate) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 1)));
    ASSERT_TRUE(try_tap(wave, by, communicate, 1, tap(2, "phone", 2)));
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(std::nullopt, "phone", 3)));
    EXPECT_FALSE(stored_value(wave, by, communicate, 1));
}

TEST_P(AnswerStore, TellsNoneOfTheseFromNothingSaid) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    EXPECT_FALSE(row_state(wave, by, know));
    ASSERT_TRUE(say(wave, by, know, {.state = RowState::answered_empty, .device = "phone", .sequence = 1}));
    EXPECT_EQ(row_state(wave, by, know), RowState::answered_empty);
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 2)));
    EXPECT_EQ(row_state(wave, by, know), RowState::answered);
}

TEST_P(AnswerStore, KeepsAnsweredWithoutAnyTieAsPartial) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(say(wave, by, know, {.state = RowState::answered, .device = "phone", .sequence = 1}));
    EXPECT_EQ(row_state(wave, by, know), RowState::partial);
}

TEST_P(AnswerStore, WaitsForConsent) {
    const Wave wave = make_open_wave();
    const auto by = System::respondent(link(wave, 0).respondent_id, wave.id);
    EXPECT_EQ(reason_of(try_tap(wave, by, know, 1, tap(1, "phone", 1))), "consent_missing");
}

TEST_P(AnswerStore, RefusesConsentToAnotherText) {
    const Wave wave = make_open_wave();
    const auto by = System::respondent(link(wave, 0).respondent_id, wave.id);
    const auto given = db().write([&](db::Session& session) {
        return save_consent(session, by, {Consent::facilitator, "older", "en"}, clock().now());
    });
    EXPECT_EQ(reason_of(given), "consent_changed");
}

// Whoever prints the sheet of links holds them all: a link must not show what its owner gave for figures
// only.
TEST_P(AnswerStore, ShowsAnswersForFiguresOnlyToTheirOwnDevice) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0, Consent::aggregate);
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 1)));
    ASSERT_TRUE(try_tap(wave, by, communicate, 1, tap(3, "phone", 2)));
    EXPECT_EQ(page(by, "phone").answers.size(), 2u);
    EXPECT_EQ(page(by, "printer").answers.size(), 1u) << "the open question only";
    EXPECT_EQ(page(by).answers.size(), 1u);
}

TEST_P(AnswerStore, UncoversNothingByAConsentFromElsewhere) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0, Consent::aggregate);
    ASSERT_TRUE(try_tap(wave, by, communicate, 1, tap(3, "phone", 1)));
    ASSERT_TRUE(say(wave, by, communicate, {.state = RowState::answered, .device = "phone", .sequence = 2}));
    const auto agree = [&](std::string device) {
        write([&](db::Session& session) {
            return save_consent(session, by, {Consent::facilitator, wave.consent_version, "en", device},
                                clock().now());
        });
    };
    agree("phone");
    EXPECT_EQ(page(by).answers.size(), 1u) << "the own device may open up what it gave";
    respondent(wave, 0, Consent::aggregate);
    agree("printer");
    EXPECT_TRUE(page(by).answers.empty());
    EXPECT_EQ(row_state(wave, by, communicate), RowState::partial) << "unknown now, not empty";
}

TEST_P(AnswerStore, KeepsNobodyBehindAGateThatNobodyPassed) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 1)));
    ASSERT_TRUE(try_tap(wave, by, communicate, 1, tap(3, "phone", 2)));
    ASSERT_TRUE(say(wave, by, know, {.state = RowState::answered_empty, .device = "phone", .sequence = 3}));
    EXPECT_FALSE(stored_value(wave, by, communicate, 1));
}

TEST_P(AnswerStore, RefusesWhatIsNotAsked) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    EXPECT_EQ(reason_of(try_tap(wave, by, know, 0, tap(1, "phone", 1))), "member") << "oneself";
    EXPECT_EQ(reason_of(try_tap(wave, by, know, 1, tap(2, "phone", 1))), "invalid")
        << "a value off the scale";
    EXPECT_EQ(reason_of(try_tap(wave, by, sensitive, 1, tap(1, "phone", 1))), "question_sealed");
    const Wave other = make_open_wave();
    const auto foreign = members(other).at(1).id;
    const auto asked = question(wave, know).id;
    const auto outcome = db().write([&](db::Session& session) {
        return save_tap(session, by, asked, foreign, tap(1, "phone", 1), clock().now());
    });
    EXPECT_EQ(reason_of(outcome), "member") << "somebody of another wave";
}

TEST_P(AnswerStore, RefusesAnswersOnceClosed) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    move(wave, surveys::WaveEvent::closed);
    EXPECT_EQ(reason_of(try_tap(wave, by, know, 1, tap(1, "phone", 1))), "wave_closed");
    EXPECT_EQ(reason_of(say(wave, by, sensitive, {.device = "phone", .sequence = 1})), "wave_closed");
    EXPECT_EQ(page(by).wave.state, WaveState::closed) << "the page can say why";
}

TEST_P(AnswerStore, ErasesEverythingWhenSomebodyDeclines) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 1)));
    ASSERT_TRUE(say(wave, by, sensitive, {.device = "phone", .sequence = 2}));
    write([&](db::Session& session) { return decline(session, by, clock().now()); });
    const auto left = db().read([](db::Session& session) {
        return session.value<std::int64_t>(
            "SELECT (SELECT count(*) FROM answers) + (SELECT count(*) FROM sealed_answers)");
    });
    EXPECT_EQ(left, 0);
    EXPECT_EQ(page(by).state, RespondentState::declined);
    EXPECT_EQ(members(wave).size(), 4u) << "the name stays on the roster";
}

TEST_P(AnswerStore, GivesOneReceipt) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    const auto end = [&](std::string_view receipt) {
        return write([&](db::Session& session) { return finish(session, by, receipt, clock().now()); });
    };
    EXPECT_EQ(end("FIRST000"), "FIRST000");
    EXPECT_EQ(end("SECOND00"), "FIRST000");
}

TEST_P(AnswerStore, SealsAWholeQuestion) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    const auto roster = members(wave);
    ASSERT_TRUE(say(wave, by, sensitive,
                    {.values = {{roster[1].id, 1}, {roster[3].id, 1}}, .device = "phone", .sequence = 1}));
    EXPECT_EQ(ciphertext_of(wave, by, sensitive).size(), sealed::bytes_of(4));
    EXPECT_EQ(sealed_row_of(wave, by, sensitive), (sealed::Row{0, 1, 0, 1}));
}

// What a dump shows must not tell a giver of none from a giver of all.
TEST_P(AnswerStore, StoresSealedRowsThatLookAlike) {
    const Wave wave = make_open_wave();
    const auto none = respondent(wave, 0);
    const auto all = respondent(wave, 1);
    const auto roster = members(wave);
    ASSERT_TRUE(
        say(wave, none, sensitive, {.state = RowState::answered_empty, .device = "a", .sequence = 1}));
    ASSERT_TRUE(say(
        wave, all, sensitive,
        {.values = {{roster[0].id, 1}, {roster[2].id, 1}, {roster[3].id, 1}}, .device = "b", .sequence = 1}));
    EXPECT_EQ(row_state(wave, none, sensitive), RowState::answered);
    EXPECT_EQ(row_state(wave, all, sensitive), RowState::answered);
    const auto rows = db().read([&](db::Session& session) {
        return sealed::list_of_wave(session, System::analyst(cluster_, wave.id));
    });
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].ciphertext.data.size(), rows[1].ciphertext.data.size());
}

TEST_P(AnswerStore, SendsNothingOfASealedAnswerBack) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(
        say(wave, by, sensitive, {.values = {{members(wave)[2].id, 1}}, .device = "phone", .sequence = 1}));
    const AnswerPage shown = page(by);
    EXPECT_THAT(shown.answers, ::testing::IsEmpty());
    EXPECT_EQ(shown.questions.at(2).state, RowState::answered);
    EXPECT_FALSE(shown.questions.at(2).answered_on_this_device);
}

TEST_P(AnswerStore, RefusesSealedValuesThatAreNoTies) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    const auto roster = members(wave);
    const auto refused = [&](std::vector<AlterValue> values) {
        return say(wave, by, sensitive, {.values = std::move(values), .device = "phone", .sequence = 1});
    };
    EXPECT_FALSE(refused({{roster[0].id, 1}})) << "oneself";
    EXPECT_FALSE(refused({{roster[1].id, 1}, {roster[1].id, 1}})) << "twice";
    EXPECT_FALSE(refused({{roster[1].id, 0}})) << "no tie";
    EXPECT_FALSE(refused({{new_id<WaveMemberId>(), 1}})) << "a stranger";
}

// Four members; the first ticks the second and the fourth as known and names both in a sealed answer.
TEST_P(AnswerStore, TakesSealedNamesBackWithTheirGate) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    const auto roster = members(wave);
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 1)));
    ASSERT_TRUE(try_tap(wave, by, know, 3, tap(1, "phone", 2)));
    ASSERT_TRUE(say(wave, by, sensitive,
                    {.values = {{roster[1].id, 1}, {roster[3].id, 1}}, .device = "phone", .sequence = 3}));
    const auto untick = [&](int place, std::int64_t sequence) {
        const auto at = static_cast<std::size_t>(place);
        return save_one_tap(app(), by, question(wave, know).id, roster[at].id,
                            tap(std::nullopt, "phone", sequence));
    };
    ASSERT_TRUE(untick(3, 4));
    EXPECT_EQ(sealed_row_of(wave, by, sensitive), (sealed::Row{0, 1, 0, 0}));
    const auto before = ciphertext_of(wave, by, sensitive);
    ASSERT_TRUE(untick(2, 5));
    EXPECT_EQ(sealed_row_of(wave, by, sensitive), (sealed::Row{0, 1, 0, 0}));
    EXPECT_NE(ciphertext_of(wave, by, sensitive), before) << "nothing tells whether the member was named";
    ASSERT_TRUE(say(wave, by, know, {.state = RowState::answered_empty, .device = "phone", .sequence = 6}));
    EXPECT_EQ(sealed_row_of(wave, by, sensitive), (sealed::Row{0, 0, 0, 0}));
    EXPECT_EQ(row_state(wave, by, sensitive), RowState::answered);
}

TEST_P(AnswerStore, LetsARepeatedSealedRowBringNobodyBack) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    const auto roster = members(wave);
    const RowChange row{.values = {{roster[1].id, 1}}, .device = "phone", .sequence = 2};
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 1)));
    ASSERT_TRUE(say(wave, by, sensitive, row));
    ASSERT_TRUE(
        save_one_tap(app(), by, question(wave, know).id, roster[1].id, tap(std::nullopt, "phone", 3)));
    ASSERT_TRUE(say(wave, by, sensitive, row)) << "its answer was lost on the way, so it came again";
    EXPECT_EQ(sealed_row_of(wave, by, sensitive), (sealed::Row{0, 0, 0, 0}));
}

// The competitors stand behind "worked together", and that behind "know".
TEST_P(AnswerStore, TakesSealedNamesBackThroughTwoGates) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    const auto roster = members(wave);
    ASSERT_TRUE(try_tap(wave, by, know, 1, tap(1, "phone", 1)));
    ASSERT_TRUE(try_tap(wave, by, worked_together, 1, tap(1, "phone", 2)));
    ASSERT_TRUE(say(wave, by, competitor, {.values = {{roster[1].id, 1}}, .device = "phone", .sequence = 3}));
    ASSERT_TRUE(
        save_one_tap(app(), by, question(wave, know).id, roster[1].id, tap(std::nullopt, "phone", 4)));
    EXPECT_EQ(sealed_row_of(wave, by, competitor), (sealed::Row{0, 0, 0, 0}));
}

TEST_P(AnswerStore, KeepsTheNewerOfTwoSealedRows) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    ASSERT_TRUE(say(wave, by, sensitive, {.device = "phone", .sequence = 5}));
    const auto id = [&] {
        return db().read([](db::Session& session) {
            return session.value<std::string>("SELECT CAST(id AS TEXT) FROM sealed_answers");
        });
    };
    const std::string newer = id();
    ASSERT_TRUE(say(wave, by, sensitive, {.device = "phone", .sequence = 4}));
    EXPECT_EQ(id(), newer);
    ASSERT_TRUE(say(wave, by, sensitive, {.state = RowState::declined, .device = "phone", .sequence = 6}));
    EXPECT_EQ(row_state(wave, by, sensitive), RowState::declined);
    EXPECT_EQ(page(by).questions.at(2).state, RowState::answered)
        << "who holds the link does not learn of a refusal";
}

TEST_P(AnswerStore, AsksOwnGroupFirstAndTheOthersFromARandomStart) {
    const Wave wave = make_open_wave();
    const auto shown = page(respondent(wave, 0));
    ASSERT_EQ(shown.roster.size(), 3u);
    EXPECT_EQ(shown.roster[0].label, "Member 2") << "the other maker";
    EXPECT_TRUE(shown.roster[0].own_group);
    EXPECT_EQ(shown.start_group, "Growers");
}

// Four phones tap at once while the facilitator looks at the network: 4 members name the 3 others, 12 ties.
TEST_P(AnswerStore, KeepsEveryTapOfManyPhones) {
    const Wave wave = make_open_wave();
    std::vector<Respondent> respondents;
    for (int place = 0; place < 4; ++place) respondents.push_back(respondent(wave, place));
    const auto asked = question(wave, know).id;
    const auto roster = members(wave);
    const auto phone = [&](int place) {
        for (int alter = 0; alter < 4; ++alter) {
            if (alter == place) continue;
            const auto saved = db().write([&](db::Session& session) {
                return save_tap(session, respondents[place], asked, roster[alter].id, tap(1, "phone", alter),
                                clock().now());
            });
            EXPECT_TRUE(saved) << saved.error().reason;
            EXPECT_TRUE(networks::report_of(app(), System::analyst(cluster_, wave.id)));
        }
    };
    {
        std::vector<std::jthread> phones;
        for (int place = 0; place < 4; ++place) phones.emplace_back(phone, place);
    }
    EXPECT_EQ(db().read([](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM answers WHERE value = 1");
    }),
              12);
}

TEST(Arrange, GoesAroundTheGroupsFromTheStart) {
    std::vector<PageMember> roster{
        {{}, "a", "A", false}, {{}, "o", "O", true}, {{}, "b", "B", false}, {{}, "c", "C", false}};
    EXPECT_EQ(arrange(roster, 1), "B");
    std::string order;
    for (const auto& member : roster) order += member.label;
    EXPECT_EQ(order, "obca");
}

}  // namespace
}  // namespace konbit::answers
