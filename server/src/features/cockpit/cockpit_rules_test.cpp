// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answering.hpp"
#include "features/cockpit/cockpit_store.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::cockpit {
namespace {

using disclosure::ReportLevel;

/// Ten members of two islands, nobody has answered; the wave has been open for five of twenty days.
class Cockpits : public ::testing::Test {
  protected:
    Cockpits() {
        wave.state = WaveState::open;
        wave.opens_at = Instant{0};
        wave.closes_at = Instant{0} + 20 * day_ms;
        for (int i = 0; i < 10; ++i) {
            members.push_back({new_id<WaveMemberId>(), i < 6 ? "GD" : "LC", {}, {}, false, 0});
            links::LinkRow link;
            link.wave_member_id = members.back().id;
            link.label = "M" + std::to_string(i);
            link.handed_at = Instant{0};
            links.push_back(link);
        }
    }

    void answer(int count) {
        for (int i = 0; i < count; ++i) {
            members[static_cast<std::size_t>(i)].has_answered = true;
            links[static_cast<std::size_t>(i)].state = RespondentState::done;
        }
    }
    Cockpit now() const { return cockpit_of(wave, members, links, Instant{0} + 5 * day_ms); }

    Wave wave;
    std::vector<MemberStanding> members;
    std::vector<links::LinkRow> links;
};

// 65% of 10 are 6.5, so 7 members; 80% are 8.
TEST_F(Cockpits, SayHowManyAnswersEachLevelTakes) {
    answer(5);
    const auto cockpit = now();
    EXPECT_EQ(cockpit.level, ReportLevel::interval_only);
    ASSERT_EQ(cockpit.thresholds.size(), 2u);
    EXPECT_EQ(cockpit.thresholds[0].needed, 7);
    EXPECT_EQ(cockpit.thresholds[0].missing, 2);
    EXPECT_EQ(cockpit.thresholds[1].needed, 8);
    EXPECT_EQ(cockpit.thresholds[1].missing, 3);
    EXPECT_EQ(cockpit.next.key, "reach_directional");
    EXPECT_EQ(cockpit.next.n, 2);
}

// Two answers in five days are eight in twenty.
TEST_F(Cockpits, FollowTodaysPaceToTheLastDay) {
    answer(2);
    ASSERT_TRUE(now().expected);
    EXPECT_EQ(now().expected->answered, 8);
    EXPECT_EQ(now().expected->level, ReportLevel::full);
    answer(9);
    EXPECT_EQ(now().expected->answered, 10) << "never more than were asked";
    wave.closes_at.reset();
    EXPECT_FALSE(now().expected);
}

TEST_F(Cockpits, CountEachGroupInTheOrderOfItsName) {
    answer(7);
    const auto groups = now().groups;
    ASSERT_EQ(groups.size(), 2u) << "nobody has a subsector, so that nothing is divided by it";
    EXPECT_EQ(groups[0].name, "GD");
    EXPECT_EQ(groups[0].answered, 6);
    EXPECT_EQ(groups[1].name, "LC");
    EXPECT_EQ(groups[1].asked, 4);
    EXPECT_EQ(groups[1].answered, 1);
}

// A tenth of ten is one: who is named most, five times, by those who answered.
TEST_F(Cockpits, CallFirstWhoIsNamedMostAndSilent) {
    answer(5);
    members[8].named_by = 5;
    members[2].named_by = 4;
    const auto cockpit = now();
    ASSERT_EQ(cockpit.missing.size(), 5u);
    EXPECT_EQ(cockpit.missing[0].label, "M8");
    EXPECT_TRUE(cockpit.missing[0].is_first);
    EXPECT_FALSE(cockpit.missing[1].is_first);
    EXPECT_EQ(cockpit.next.key, "call_first");
    EXPECT_THAT(cockpit.next.names, ::testing::ElementsAre("M8"));
}

TEST_F(Cockpits, CallNobodyOnceTheWaveIsClosed) {
    answer(5);
    members[8].named_by = 5;
    wave.state = WaveState::closed;
    wave.closed_at = Instant{0} + 4 * day_ms;
    const auto cockpit = now();
    EXPECT_TRUE(cockpit.missing.empty());
    EXPECT_EQ(cockpit.next.key, "wait");
    EXPECT_EQ(cockpit.next.until, Instant{0} + 14 * day_ms) << "ten days of reply";
}

TEST_F(Cockpits, GiveTheLinksBeforeAnythingElse) {
    links[9].handed_at.reset();
    EXPECT_EQ(now().next.key, "give_links");
    EXPECT_EQ(now().next.n, 1);
    links[9].state = RespondentState::opened;
    EXPECT_NE(now().next.key, "give_links") << "who opened the link has it";
}

TEST_F(Cockpits, CloseWhenEverybodyAnswered) {
    answer(10);
    EXPECT_EQ(now().next.key, "close_all");
    answer(8);
    members[9].has_answered = false;
    EXPECT_EQ(now().next.key, "close_soon");
}

class Standings : public testing::SurveyTest {};
KONBIT_ON_BOTH_DATABASES(Standings);

// Member 0 names 1 and 2 in two questions, and 3 in a limited one; member 1 has named 2 and not gone on.
TEST_P(Standings, CountNamesOfAnsweredOpenQuestionsOnce) {
    using enum QuestionKey;
    const Wave wave = make_open_wave();
    std::int64_t sequence = 0;
    const auto tap = [&](const Respondent& by, QuestionKey key, int alter) {
        ASSERT_TRUE(try_tap(wave, by, key, alter, {1, "phone", ++sequence, false}));
    };
    const auto by = respondent(wave, 0);
    for (const int alter : {1, 2}) tap(by, know, alter);
    tap(by, worked_together, 2);
    tap(by, communicate, 3);
    write([&](db::Session& session) { return answers::finish(session, by, "RECEIPT1", clock().now()); });
    tap(respondent(wave, 1), know, 2);
    const auto standings =
        db().read([&](db::Session& session) { return list_standings(session, facilitator(wave)); });
    std::vector<std::int64_t> named;
    std::vector<bool> answered;
    for (const auto& each : standings) {
        named.push_back(each.named_by);
        answered.push_back(each.has_answered);
    }
    EXPECT_THAT(named, ::testing::ElementsAre(0, 1, 1, 0));
    EXPECT_THAT(answered, ::testing::ElementsAre(true, false, false, false));
}

}  // namespace
}  // namespace konbit::cockpit
