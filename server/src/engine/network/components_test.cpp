// SPDX-License-Identifier: Apache-2.0
#include "engine/network/components.hpp"

#include "engine/network/shapes_test.hpp"

#include <gmock/gmock.h>

#include <vector>

using testing::ElementsAre;

namespace konbit::network {

TEST(Components, FollowTiesInBothDirectionsOrAlongThemOnly) {
    const Graph graph = shapes::cycle_with_tail();
    EXPECT_EQ(weak_components(graph).count, 1);
    const Components strong = strong_components(graph);
    EXPECT_THAT(strong.of, ElementsAre(0, 0, 0, 1));
    EXPECT_THAT(strong.size, ElementsAre(3, 1));
}

TEST(Components, CountTheLonely) {
    const Components found = weak_components(shapes::kite());
    EXPECT_THAT(found.of, ElementsAre(0, 0, 0, 0, 1));
    EXPECT_THAT(isolates(shapes::kite()), ElementsAre(4));
    EXPECT_EQ(strong_components(shapes::kite()).count, 2);
    EXPECT_EQ(weak_components(Graph()).count, 0);
}

// Recursion would need a stack of 200,000 frames.
TEST(Components, StandLongChains) {
    std::vector<Edge> chain;
    for (int node = 0; node + 1 < 200'000; ++node) chain.push_back({node, node + 1});
    EXPECT_EQ(strong_components(Graph(200'000, chain, Direction::directed)).count, 200'000);
}

// Pieces of 4 and 1: 12 of 20 ordered pairs are connected.
TEST(Fragmentation, IsTheShareOfPairsWithoutAPath) {
    EXPECT_DOUBLE_EQ(fragmentation(weak_components(shapes::kite())).value(), 8.0 / 20);
    EXPECT_DOUBLE_EQ(fragmentation(weak_components(shapes::path())).value(), 0);
    EXPECT_EQ(fragmentation(weak_components(shapes::directed(1, {}))), std::nullopt);
}

}  // namespace konbit::network
