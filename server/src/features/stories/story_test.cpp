// SPDX-License-Identifier: Apache-2.0
#include "features/stories/story.hpp"

#include "features/networks/analyze.hpp"
#include "features/networks/demo_wave_test.hpp"
#include "features/stories/hand_wave_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::stories {
namespace {

using disclosure::ReportLevel;
using networks::DemoWave;
using networks::WaveData;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using enum QuestionKey;

Story story(const WaveData& data) { return story_of(data, networks::analyze(data)); }

std::vector<std::string> keys(const Story& told) {
    std::vector<std::string> found;
    for (const auto& each : told.unknowns) found.push_back(each.key);
    return found;
}

const StoryContrast& contrast(const StoryWithout& told, std::string_view id) {
    return *std::ranges::find(told.figures, id, &StoryContrast::id);
}

// Lists: who connects, who is alone, what would break.

// Xia and Dot are the only ones with a contact on the other island, and each is its island's only one.
TEST(Bridges, AreMembersWithContactsInOtherGroups) {
    const auto lists = lists_of(only(wave_of(six, tail)), wave_of(six, tail));
    ASSERT_EQ(lists.bridges.size(), 2u);
    EXPECT_EQ(lists.bridges[0].label, "Xia");
    EXPECT_TRUE(lists.bridges[0].is_facilitator);
    EXPECT_EQ(lists.bridges[0].contacts_across, 1);
    EXPECT_THAT(lists.bridges[0].alone_to, ElementsAre("LC"));
    EXPECT_THAT(lists.bridges[1].alone_to, ElementsAre("GD"));
}

// Without Xia, Dot and Eve lose the three others; without Dot, Eve does. Cai shares Eve's line of business.
TEST(Fragility, SaysWhoWouldBeCutOffAndProposesABackupLink) {
    const auto lists = lists_of(only(wave_of(six, tail)), wave_of(six, tail));
    ASSERT_EQ(lists.cuts.size(), 2u);
    EXPECT_EQ(lists.cuts[0].label, "Xia");
    EXPECT_THAT(lists.cuts[0].cut_off, ElementsAre("Dot", "Eve"));
    EXPECT_EQ(lists.cuts[0].silent, 0);
    EXPECT_EQ(lists.cuts[0].backup->one, "Eve");
    EXPECT_EQ(lists.cuts[0].backup->other, "Cai");
    EXPECT_THAT(lists.cuts[1].cut_off, ElementsAre("Eve"));
}

// Eve is silent: what she would say might hold her. Nobody is proposed to a member who did not answer.
TEST(Fragility, CountsTheSilentApart) {
    auto members = six;
    members[5].answered = false;
    const auto data = wave_of(members, tail);
    const auto lists = lists_of(only(data), data);
    EXPECT_EQ(lists.cuts[0].silent, 1);
    EXPECT_EQ(lists.cuts[0].backup->one, "Dot");
    EXPECT_EQ(lists.cuts[0].backup->other, "Ann") << "all three have three contacts; the first on the roster";
    EXPECT_FALSE(lists.cuts[1].backup);
}

// Twelve of each country, each with one contact across: naming ten of them would rank those who are equal.
TEST(Bridges, EndBeforeAPlaceThatTooManyShare) {
    std::vector<Hand> members;
    std::vector<std::pair<int, int>> contacts;
    for (int i = 0; i < 24; ++i) members.push_back({std::to_string(i), i < 12 ? "GD" : "LC"});
    for (int i = 0; i < 12; ++i) contacts.emplace_back(i, i + 12);
    contacts.emplace_back(0, 13);
    const auto data = wave_of(members, contacts);
    const auto bridges = lists_of(only(data), data).bridges;
    ASSERT_EQ(bridges.size(), 2u);
    EXPECT_EQ(bridges[0].label, "0");
    EXPECT_EQ(bridges[1].label, "13");
}

TEST(Unconnected, AreTheAnsweringWithoutATieAndTheSilentApart) {
    const auto data =
        wave_of({{"Ann", "GD"}, {"Bea", "GD"}, {"Cai", "GD"}, {"Dot", "GD"}, {"Eve", "", "", false}},
                {{0, 1}, {1, 2}});
    const auto lists = lists_of(only(data), data);
    EXPECT_THAT(lists.alone, ElementsAre("Dot"));
    EXPECT_THAT(lists.unknown, ElementsAre("Eve"));
    EXPECT_FALSE(lists.grouping) << "one country only";
}

// Four of six are 67%.
TEST(Lists, NameNobodyBelowFullResponse) {
    auto members = six;
    members[4].answered = members[5].answered = false;
    const auto data = wave_of(members, tail);
    const auto lists = lists_of(only(data), data);
    EXPECT_TRUE(lists.is_withheld);
    EXPECT_TRUE(lists.bridges.empty() && lists.alone.empty() && lists.unknown.empty() && lists.cuts.empty());
}

TEST(Lists, LeaveOutWhoTookItsNameBack) {
    auto data = wave_of(six, tail);
    data.actors[3].member.label.clear();
    data.actors[5].member.label.clear();
    const auto lists = lists_of(only(data), data);
    EXPECT_EQ(lists.bridges.size(), 1u);
    EXPECT_EQ(lists.cuts.size(), 1u) << "Dot's; Xia has no name any more";
    EXPECT_THAT(lists.cuts[0].cut_off, IsEmpty());
}

// With and without the facilitator.

// All six: eight contacts, 16 / 6 each. Without Xia four contacts of five, a triangle and a pair: of the 20
// ordered pairs 6 + 2 have a way.
TEST(WithoutTheFacilitator, TheFiguresStandSideBySide) {
    const auto data = wave_of(six, tail);
    const auto told = without_facilitator(only(data), data);
    EXPECT_EQ(contrast(told, "contacts").with, 8);
    EXPECT_EQ(contrast(told, "contacts").without, 4);
    EXPECT_DOUBLE_EQ(*contrast(told, "mean_contacts").with, 16.0 / 6);
    EXPECT_EQ(contrast(told, "pieces").with, 1);
    EXPECT_EQ(contrast(told, "pieces").without, 2);
    EXPECT_EQ(contrast(told, "largest_piece").without, 3);
    EXPECT_EQ(contrast(told, "unreachable").with, 0);
    EXPECT_DOUBLE_EQ(*contrast(told, "unreachable").without, 1 - 8.0 / 20);
}

TEST(WithoutTheFacilitator, NothingIsSaidWhereThereIsNone) {
    auto members = six;
    members[3].is_facilitator = false;
    const auto data = wave_of(members, tail);
    EXPECT_EQ(without_facilitator(only(data), data).reason, "no_facilitator");
}

// Silence.

// Ann names Bea and Dot, Bea names Ann, Cai nobody; Dot is silent. Three of twelve, three of nine, and with
// Dot's tie to Ann filled in four of twelve.
TEST(Strips, ShowWhatSilenceLeavesOpen) {
    auto data =
        wave_of({{"Ann", "GD"}, {"Bea", "GD"}, {"Cai", "GD"}, {"Dot", "GD", "", false}}, {{0, 1}, {0, 3}});
    const auto told = story(data);
    ASSERT_EQ(told.strips.size(), 1u);
    const auto& strip = told.strips[0].density;
    EXPECT_DOUBLE_EQ(*strip.zero_filled, 3.0 / 12);
    EXPECT_DOUBLE_EQ(*strip.available, 3.0 / 9);
    EXPECT_DOUBLE_EQ(*strip.reconstructed, 4.0 / 12);
    EXPECT_DOUBLE_EQ(*strip.low(), 3.0 / 12);
    EXPECT_DOUBLE_EQ(*strip.high(), 4.0 / 12);
}

TEST(Strips, AreDistinguishableWhereTheyLieApart) {
    using networks::DensityStrip;
    EXPECT_TRUE(*are_distinguishable(DensityStrip{.1, .2, .2}, DensityStrip{.3, .3, .4}));
    EXPECT_FALSE(*are_distinguishable(DensityStrip{.1, .3, .2}, DensityStrip{.3, .3, .4}));
    EXPECT_FALSE(are_distinguishable({}, DensityStrip{.3, .3, .4}));
}

// The edges: nobody, one member, nobody answered, everybody did.

TEST(Story, OfNobodySaysSo) {
    const auto told = story(wave_of({}, {}));
    EXPECT_EQ(told.level, ReportLevel::interval_only);
    EXPECT_EQ(told.grounds.size(), 5u);
    EXPECT_THAT(told.tables, IsEmpty());
    EXPECT_FALSE(told.strips[0].density.low());
    EXPECT_THAT(keys(told), Contains("story.unknown.said_only"));
}

TEST(Story, OfOneMemberFindsItAlone) {
    const auto told = story(wave_of({{"Ann", "GD", "", true, true}}, {}));
    EXPECT_THAT(told.lists[0].alone, ElementsAre("Ann"));
    EXPECT_THAT(told.lists[0].cuts, IsEmpty());
    EXPECT_EQ(contrast(told.without_facilitator, "members").without, 0);
    EXPECT_FALSE(contrast(told.without_facilitator, "mean_contacts").without);
}

TEST(Story, WithoutAnyAnswerNamesAndCountsNothing) {
    auto members = six;
    for (auto& each : members) each.answered = false;
    const auto told = story(wave_of(members, tail));
    EXPECT_TRUE(told.lists[0].is_withheld);
    EXPECT_EQ(told.without_facilitator.reason, "low_response");
    EXPECT_THAT(told.tables, IsEmpty());
    EXPECT_FALSE(told.strips[0].density.available);
    EXPECT_THAT(keys(told), ElementsAre("story.unknown.silent", "story.unknown.pairs",
                                        "story.unknown.interval_only", "story.unknown.said_only"));
    EXPECT_EQ(told.unknowns[1].params.at("percent").text, "100");
}

TEST(Story, OfFullResponseHasNoRange) {
    const auto told = story(complete());
    EXPECT_THAT(keys(told), ElementsAre("story.unknown.said_only"));
    for (const auto& grounds : told.grounds) {
        EXPECT_FALSE(grounds.caution);
        for (const auto& each : grounds.evidence) EXPECT_FALSE(each.low || each.high) << each.id;
    }
    EXPECT_THAT(told.lists[0].cuts, IsEmpty());
}

// The invented waves, worked out from their files by hand (docs/demo.md).

class DemoStory : public testing::Test {
  protected:
    static Story told(int number) { return story(DemoWave(number).data); }
};

TEST_F(DemoStory, SaysWhoBridgesTheIslands) {
    const auto lists = told(2).lists;
    ASSERT_EQ(lists[0].question, know);
    std::vector<std::pair<std::string, int>> found;
    for (const auto& each : lists[0].bridges) found.emplace_back(each.label, each.contacts_across);
    EXPECT_THAT(found, ElementsAre(std::pair("M10", 15), std::pair("M02", 13), std::pair("M13", 11),
                                   std::pair("M27", 11), std::pair("M09", 9), std::pair("M17", 9),
                                   std::pair("M20", 9), std::pair("M28", 9)))
        << "four share the fifth place";
}

// 45 weekly and 45 monthly of 108, all among the 245 acquaintances.
TEST_F(DemoStory, CountsContactMonthlyOrMoreOften) {
    const auto regular = told(1).regularity;
    ASSERT_TRUE(regular);
    EXPECT_EQ(regular->regularly, 90);
    EXPECT_DOUBLE_EQ(*regular->share, 90.0 / 108);
    EXPECT_DOUBLE_EQ(*regular->share_of_known, 90.0 / 245);
}

TEST_F(DemoStory, CountsCompetitorsOnlyAboveTheThresholds) {
    EXPECT_EQ(told(1).coopetition->reason, "few_givers");
    EXPECT_FALSE(told(1).coopetition->ties);
    EXPECT_EQ(told(2).coopetition->ties, 11);
    EXPECT_DOUBLE_EQ(*told(2).coopetition->share, 11.0 / 54);
}

// 43 of 167 contacts lead across the sea.
TEST_F(DemoStory, CountsTiesFromIslandToIsland) {
    for (const auto& table : told(2).tables) {
        if (table.question != communicate || table.grouping != StoryGrouping::country) continue;
        std::int64_t across = 0;
        for (const auto& cell : table.cells) across += cell.from != cell.to ? cell.ties : 0;
        EXPECT_EQ(table.groups.size(), 3u);
        EXPECT_EQ(across, 43);
        EXPECT_LT(*table.ei_index, *table.ei_expected);
    }
}

TEST_F(DemoStory, HasNoTableAndNoStripOfSealedQuestions) {
    for (const auto& table : told(2).tables) {
        EXPECT_NE(table.question, sensitive);
        EXPECT_NE(table.question, competitor);
    }
    EXPECT_EQ(told(2).strips.size(), 3u);
}

// Who is for figures only is silent here, in every cell and every strip.
TEST_F(DemoStory, CountsNobodyWhoIsForFiguresOnly) {
    DemoWave wave(2);
    for (auto& each : wave.data.questions)
        if (each.question.key == communicate) each.is_named[0] = each.is_named[1] = each.is_named[2] = false;
    const auto found = story(wave.data);
    EXPECT_EQ(found.regularity->n, 22);
    for (const auto& strip : found.strips)
        if (strip.question == communicate) EXPECT_EQ(strip.n, 22);
}

}  // namespace
}  // namespace konbit::stories
