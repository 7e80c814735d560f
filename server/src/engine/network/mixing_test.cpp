// SPDX-License-Identifier: Apache-2.0
#include "engine/network/mixing.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace konbit::network {

// Path 0 - 1 - 2 - 3 with groups {0, 1} and {2, 3}: both pairs within have a tie, one of four between.
TEST(MixingTable, CountsTiesAndRoomByGroups) {
    const std::array groups{0, 0, 1, 1};
    const MixingTable table = mixing_table(shapes::path(), groups);
    ASSERT_EQ(table.cells.size(), 3U);
    EXPECT_EQ(table.cells[0].ties, 1);
    EXPECT_EQ(table.cells[0].possible, 1);
    EXPECT_FALSE(table.cells[0].odds());
    EXPECT_EQ(table.cells[1].possible, 4);
    EXPECT_DOUBLE_EQ(table.cells[1].density().value(), 0.25);
    EXPECT_DOUBLE_EQ(table.cells[1].odds().value(), 1.0 / 3);
    EXPECT_FALSE(table.odds_ratio_within);
}

// 0 -> 1 and 2 -> 0, groups {0, 1}, {2}: one of two within (odds 1), one of four between (odds 1/3).
TEST(MixingTable, KeepsDirection) {
    const std::array groups{0, 0, 1};
    const MixingTable table = mixing_table(shapes::directed(3, {{0, 1}, {2, 0}}), groups);
    ASSERT_EQ(table.cells.size(), 4U);
    EXPECT_EQ(table.cells[1].ties, 0);
    EXPECT_EQ(table.cells[2].ties, 1);
    EXPECT_DOUBLE_EQ(table.odds_ratio_within.value(), 3);
}

// Everybody a group: no pair within, so no odds; and no table of 60,000 x 60,000 cells.
TEST(MixingTable, IsLeftOutWithTooManyGroups) {
    std::vector<int> groups(60'000);
    std::iota(groups.begin(), groups.end(), 0);
    const Graph pair(60'000, std::array{Edge{0, 59'999}}, Direction::directed);
    EXPECT_TRUE(mixing_table(pair, groups).cells.empty());
    EXPECT_FALSE(odds_ratio_within(pair, groups));
    // One of two pairs within has a tie, and one of all others.
    groups[59'999] = 0;
    const Graph two(60'000, std::array{Edge{0, 59'999}, Edge{0, 1}}, Direction::directed);
    EXPECT_DOUBLE_EQ(odds_ratio_within(two, groups).value(), 60'000.0 * 59'999 - 3);
}

TEST(MixingTable, IsEmptyWhereNoGroupIsKnown) {
    const std::array groups{-1, -1, -1, -1};
    EXPECT_TRUE(mixing_table(shapes::path(), groups).cells.empty());
}

}  // namespace konbit::network
