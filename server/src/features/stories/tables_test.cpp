// SPDX-License-Identifier: Apache-2.0
#include "features/stories/hand_wave_test.hpp"
#include "features/stories/story.hpp"

#include <gtest/gtest.h>

namespace konbit::stories {
namespace {

std::vector<std::string> repeated(std::initializer_list<std::pair<std::string, int>> groups) {
    std::vector<std::string> codes;
    for (const auto& [code, count] : groups) codes.insert(codes.end(), static_cast<std::size_t>(count), code);
    return codes;
}

Groups all_answered(const std::vector<std::string>& codes) {
    return groups_of(codes, std::vector<bool>(codes.size(), true));
}

TEST(Groups, OfFewerThanFiveAreTakenTogether) {
    const auto found = all_answered(repeated({{"DM", 2}, {"GD", 6}, {"LC", 3}, {"", 1}}));
    ASSERT_EQ(found.groups.size(), 2u);
    EXPECT_EQ(found.groups[0].code, "GD");
    EXPECT_EQ(found.groups[1].code, "");
    EXPECT_EQ(found.groups[1].answered, 5);
    EXPECT_EQ(found.groups[1].joined, 2);
    EXPECT_EQ(found.of.front(), 1);
    EXPECT_EQ(found.of.back(), -1) << "nobody said where it belongs";
}

// One member alone could be had by taking GD and LC from the total: LC goes along with it.
TEST(Groups, LeaveNoSmallRest) {
    const auto found = all_answered(repeated({{"DM", 1}, {"GD", 6}, {"LC", 5}}));
    ASSERT_EQ(found.groups.size(), 2u);
    EXPECT_EQ(found.groups[1].answered, 6);
}

TEST(Groups, AreNoneWhereOnlyOneWouldBeLeft) {
    EXPECT_TRUE(all_answered(repeated({{"GD", 6}, {"LC", 3}})).groups.empty());
    EXPECT_TRUE(all_answered(repeated({{"GD", 12}})).groups.empty());
    EXPECT_TRUE(all_answered({}).groups.empty());
}

TEST(Groups, CountWhoAnswered) {
    const auto codes = repeated({{"GD", 6}, {"LC", 6}});
    auto answered = std::vector<bool>(12, true);
    answered[11] = answered[10] = false;
    EXPECT_TRUE(groups_of(codes, answered).groups.empty()) << "four of LC answered";
}

// 10 + 10 contacts inside, 25 across: (25 - 20) / 45, whoever belongs where.
TEST(Tables, OfACompleteNetworkAreFull) {
    const auto data = complete();
    const auto table = table_of(only(data), data, StoryGrouping::country);
    ASSERT_EQ(table.cells.size(), 4u);
    EXPECT_EQ(table.cells[0].possible, 5 * 4);
    EXPECT_EQ(table.cells[1].possible, 5 * 5);
    for (const auto& cell : table.cells) EXPECT_EQ(cell.share, 1);
    EXPECT_DOUBLE_EQ(*table.ei_index, 5.0 / 45);
    EXPECT_NEAR(*table.ei_expected, 5.0 / 45, 1e-12);
    EXPECT_EQ(table.p_inside, 1) << "no other division says anything else";
}

TEST(Tables, SayWhyThereIsNone) {
    const auto data = complete();
    EXPECT_EQ(table_of(only(data), data, StoryGrouping::subsector).reason, "unknown");
    EXPECT_EQ(table_of(only(data), data, StoryGrouping::side).reason, "one_group");
    const auto small = wave_of(six, tail);
    EXPECT_EQ(table_of(only(small), small, StoryGrouping::country).reason, "few");
}

TEST(Sides, AreFirmsKnowledgeGovernmentAndSupport) {
    EXPECT_EQ(side_of("cooperative"), "firms");
    EXPECT_EQ(side_of("academia"), "knowledge");
    EXPECT_EQ(side_of("public_body"), "government");
    EXPECT_EQ(side_of("bso"), "support");
}

}  // namespace
}  // namespace konbit::stories
