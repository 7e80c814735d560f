// SPDX-License-Identifier: Apache-2.0
#include "engine/network/degree.hpp"

#include "engine/network/shapes_test.hpp"

#include <gmock/gmock.h>

#include <cmath>

using testing::ElementsAre;
using testing::IsEmpty;

namespace konbit::network {

TEST(Degree, CountsEachContactOnceWhoeverReportsIt) {
    const Graph graph = shapes::directed(4, {{0, 1}, {1, 0}, {2, 0}});
    EXPECT_THAT(degree(graph), ElementsAre(2, 1, 1, 0));
    EXPECT_THAT(indegree(graph), ElementsAre(2, 1, 0, 0));
    EXPECT_THAT(outdegree(graph), ElementsAre(1, 1, 1, 0));
}

TEST(Degree, IsTheSameInAllDirectionsOfAnUndirectedGraph) {
    EXPECT_THAT(degree(shapes::path()), ElementsAre(1, 2, 2, 1));
    EXPECT_THAT(indegree(shapes::path()), ElementsAre(1, 2, 2, 1));
    EXPECT_THAT(degree(Graph()), IsEmpty());
}

// Star of 5: 4 others lack 3 each, 12 = 4 * 3. Everybody named by all: no difference.
TEST(DegreeCentralization, IsOneForAStarAndZeroForEquals) {
    EXPECT_DOUBLE_EQ(degree_centralization({4, 1, 1, 1, 1}, false), 1);
    EXPECT_DOUBLE_EQ(degree_centralization({2, 2, 2}, true), 0);
    EXPECT_DOUBLE_EQ(degree_centralization({2, 0, 0}, true), 1);
    EXPECT_TRUE(std::isnan(degree_centralization({0}, true)));
    EXPECT_TRUE(std::isnan(degree_centralization({1, 1}, false)));
}

}  // namespace konbit::network
