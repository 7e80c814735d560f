// SPDX-License-Identifier: Apache-2.0
#include "engine/network/ei_index.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace konbit::network {

// Two groups of two; one tie inside, two across: (2 - 1) / (2 + 1).
TEST(EiIndex, WeighsCrossingAgainstInnerTies) {
    const Graph graph = shapes::undirected(4, {{0, 1}, {1, 2}, {0, 3}});
    EXPECT_DOUBLE_EQ(ei_index(graph, std::array{0, 0, 1, 1}).value(), 1.0 / 3);
    EXPECT_DOUBLE_EQ(ei_node_undirected(graph, std::array{0, 0, 1, 1})[0], 0);
    EXPECT_DOUBLE_EQ(ei_node_undirected(graph, std::array{0, 0, 1, 1})[2], 1);
}

TEST(EiIndex, LeavesOutTiesOfUnknownGroups) {
    const Graph graph = shapes::undirected(3, {{0, 1}, {1, 2}});
    EXPECT_DOUBLE_EQ(ei_index(graph, std::array{0, 0, -1}).value(), -1);
    EXPECT_EQ(ei_index(graph, std::array{0, -1, 0}), std::nullopt);
    EXPECT_TRUE(std::isnan(ei_node_undirected(graph, std::array{0, -1, 0})[1]));
}

// Within: one of two possible pairs. Between: two of four.
TEST(GroupDensity, ComparesWithThePairsOfEachKind) {
    const GroupDensity found =
        group_density(shapes::undirected(4, {{0, 1}, {1, 2}, {0, 3}}), std::array{0, 0, 1, 1});
    EXPECT_DOUBLE_EQ(found.within.value(), 0.5);
    EXPECT_DOUBLE_EQ(found.between.value(), 0.5);
    EXPECT_EQ(group_density(shapes::undirected(2, {}), std::array{0, 0}).between, std::nullopt);
    EXPECT_EQ(group_density(shapes::undirected(2, {}), std::array{0, 1}).within, std::nullopt);
}

}  // namespace konbit::network
