// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/wave_store.hpp"

#include "db/check_schema.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::surveys {
namespace {

class WaveStore : public testing::SurveyTest {};
KONBIT_ON_BOTH_DATABASES(WaveStore);

TEST_P(WaveStore, FitsTheSchema) {
    const std::array mappings{
        db::mapping<Survey>("surveys"),
        db::mapping<QuestionVersion>("question_versions"),
        db::mapping<Wave>("waves"),
        db::mapping<WaveMember>("wave_members"),
        db::mapping<Invitation>("respondents"),
    };
    const auto differences =
        db().read([&](db::Session& session) { return db::check_schema(session, mappings); });
    EXPECT_THAT(differences, ::testing::IsEmpty());
}

TEST_P(WaveStore, SnapshotsTheMembersInTheOrderOfTheirNames) {
    const auto roster = members(make_draft());
    ASSERT_EQ(roster.size(), 4u);
    EXPECT_EQ(roster[0].label, "Member 0");
    EXPECT_EQ(roster[3].position, 3);
    EXPECT_EQ(roster[2].kind, "firm");
}

TEST_P(WaveStore, AsksFiveQuestionsAndKeepsOneVersionForEqualWordings) {
    make_draft();
    make_draft();
    const auto counts = db().read([](db::Session& session) {
        return std::pair(session.value<std::int64_t>("SELECT count(*) FROM questions"),
                         session.value<std::int64_t>("SELECT count(*) FROM question_versions"));
    });
    EXPECT_EQ(counts, std::pair(std::int64_t{5}, std::int64_t{5}));
}

TEST_P(WaveStore, AsksAnotherFourthQuestionAfterTheBaseline) {
    const auto wording = [&](const Wave& wave) {
        const auto detail =
            db().read([&](db::Session& session) { return find_detail(session, facilitator(wave)); });
        return std::string(detail->questions.at(3).wording.in("en"));
    };
    EXPECT_NE(wording(make_draft(true)), wording(make_draft(false)));
}

TEST_P(WaveStore, TakesLateMembersInUntilItOpens) {
    const Wave draft = make_draft();
    const auto first = members(draft);
    insert_member(4);
    const Wave open = write([&](db::Session& session) {
        return open_wave(session, facilitator(draft), instrument(true), clock().now());
    });
    EXPECT_EQ(members(open).size(), 5u);
    EXPECT_EQ(members(open)[0].id, first[0].id) << "a link that was printed already must stay good";
    insert_member(5);
    EXPECT_EQ(members(open).size(), 5u) << "frozen from now on";
}

TEST_P(WaveStore, LetsNewcomersInAtTheEndWhenItReopens) {
    const Wave open = make_open_wave();
    insert_member(4);
    const Wave again = move(move(open, WaveEvent::closed), WaveEvent::reopened);
    ASSERT_EQ(members(again).size(), 5u);
    EXPECT_EQ(members(again)[4].label, "Member 4");
    EXPECT_EQ(again.revision, 2);
}

TEST_P(WaveStore, DoesNotOpenWithTooFewMembers) {
    const Wave draft = make_draft();
    db().write([&](db::Session& session) {
        session.change(
            "UPDATE memberships SET left_on = '2020-01-01' WHERE label IN ('Member 0', 'Member 1')");
    });
    const auto refused = db().write([&](db::Session& session) {
        return open_wave(session, facilitator(draft), instrument(true), clock().now());
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "roster_too_small");
}

TEST_P(WaveStore, IsDeletedUntilSomebodyOpensALink) {
    const Wave untouched = make_open_wave();
    const Wave used = make_open_wave();
    respondent(used, 0);
    const auto remove_it = [&](const Wave& wave) {
        return db().write(
            [&](db::Session& session) { return remove(session, wave, facilitator(wave), clock().now()); });
    };
    EXPECT_TRUE(remove_it(untouched));
    EXPECT_EQ(remove_it(used).error().reason, "wave_in_use");
    const auto left = db().read([&](db::Session& session) { return list_waves(session, facilitator()); });
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].id, used.id);
    const auto kept = db().read(
        [](db::Session& session) { return session.query<std::string>("SELECT before FROM changes"); });
    EXPECT_THAT(kept, ::testing::ElementsAre(R"({"waves":["Baseline"]})"));
}

TEST_P(WaveStore, SaysWhereAWordingBreaksTheSeries) {
    const auto breaks = [&](const Wave& wave) {
        const auto detail =
            db().read([&](db::Session& session) { return find_detail(session, facilitator(wave)); });
        std::vector<QuestionKey> keys;
        for (const auto& question : detail->questions)
            if (question.breaks_series) keys.push_back(question.key);
        return keys;
    };
    const Wave baseline = make_open_wave(true);
    EXPECT_THAT(breaks(baseline), ::testing::IsEmpty()) << "nothing came before";
    // A later wave asks who worked together under the programme, not before it.
    EXPECT_THAT(breaks(make_draft(false)), ::testing::ElementsAre(QuestionKey::worked_together));
    EXPECT_THAT(breaks(baseline), ::testing::IsEmpty());
}

TEST_P(WaveStore, CountsWhoAnsweredNotWhoOpened) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    respondent(wave, 1);
    ASSERT_TRUE(try_tap(wave, by, QuestionKey::know, 1, {.value = 1, .device = "phone", .sequence = 1}));
    const auto answered = [&] {
        return db()
            .read([&](db::Session& session) { return list_waves(session, facilitator()); })
            .at(0)
            .answered;
    };
    EXPECT_EQ(answered(), 0) << "begun is not answered";
    write([&](db::Session& session) { return answers::finish(session, by, "RECEIPT1", clock().now()); });
    EXPECT_EQ(answered(), 1);
}

TEST_P(WaveStore, IsFoundOnlyByItsOwnCluster) {
    const Wave wave = make_draft();
    const auto other = System::wave_facilitator(new_id<ClusterId>(), wave.id);
    EXPECT_FALSE(db().read([&](db::Session& session) { return find(session, other); }));
}

TEST_P(WaveStore, LogsWhatWasDoneToAWave) {
    const Wave wave = move(make_open_wave(), WaveEvent::closed);
    const auto events = db().read([&](db::Session& session) {
        return session.query<std::string>("SELECT event FROM wave_events WHERE wave_id = $1 ORDER BY id",
                                          wave.id);
    });
    EXPECT_THAT(events, ::testing::ElementsAre("created", "opened", "closed"));
}

}  // namespace
}  // namespace konbit::surveys
