// SPDX-License-Identifier: Apache-2.0
#include "engine/network/chance.hpp"

#include "engine/network/degree.hpp"
#include "engine/network/random_graph.hpp"
#include "engine/network/rewiring.hpp"
#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::network {

// b = 2 of 4 shuffles are as high as 3, one is as low: (2 + 1) / 5 and (3 + 1) / 5.
TEST(PermutationTest, CountsTheObservedValueAmongTheShuffled) {
    const PermutationTest test = permutation_test(3, {1, 2, 3, 5});
    EXPECT_DOUBLE_EQ(test.p_ge, 3.0 / 5);
    EXPECT_DOUBLE_EQ(test.p_le, 4.0 / 5);
    EXPECT_DOUBLE_EQ(test.mean, 11.0 / 4);
    EXPECT_DOUBLE_EQ(permutation_test(-3, {1, 2, 3, 5}).p_two, 3.0 / 5);
}

TEST(ShuffledValues, AreTheSameOnAnyNumberOfThreads) {
    const auto values = [](int threads, std::uint64_t seed) {
        return shuffled_values({.count = 100, .seed = seed, .threads = threads},
                               [] { return [](Random& random) { return random.unit(); }; });
    };
    EXPECT_EQ(values(1, 1), values(3, 1));
    EXPECT_NE(values(1, 1), values(1, 2));
    EXPECT_NE(values(1, 1)[1], values(1, 2)[0]);
}

TEST(ShuffledValues, StopWhenAskedTo) {
    Watch watch;
    const auto values = shuffled_values({.count = 64, .threads = 1, .watch = &watch}, [&] {
        return [&](Random&) {
            watch.stop();
            return 1.0;
        };
    });
    EXPECT_EQ(std::accumulate(values.begin(), values.end(), 0.0), 16);  // the first block
    EXPECT_EQ(watch.share(), 0.25);
}

TEST(RandomGraph, HasAsManyTiesAsAskedFor) {
    Random random(1);
    for (const Direction direction : {Direction::directed, Direction::undirected})
        for (const int ties : {0, 1, 9, 15}) {
            const Graph graph = random_graph(6, ties, direction, random);
            EXPECT_EQ(graph.edge_count(), ties);
            EXPECT_EQ(graph.repeats_dropped() + graph.loops_dropped(), 0);
        }
    EXPECT_EQ(random_graph(6, 30, Direction::directed, random).edge_count(), 30);
}

TEST(Rewired, KeepsHowManyEverybodyNamesAndIsNamedBy) {
    Random random(2);
    const Graph graph = random_graph(30, 120, Direction::directed, random), other = rewired(graph, random);
    EXPECT_EQ(indegree(graph), indegree(other));
    EXPECT_EQ(outdegree(graph), outdegree(other));
    EXPECT_NE(graph.edges(), other.edges());
    const Graph ties = undirected(graph);
    EXPECT_EQ(degree(ties), degree(rewired(ties, random)));
}

// Two triangles joined by one tie, each a group: 6 of 7 ties inside. 2 of the 20 ways to choose three have as
// many.
TEST(EiIndexTest, SeesThatTiesStayInsideGroups) {
    const std::array groups{0, 0, 0, 1, 1, 1};
    const auto test = ei_index_test(shapes::barbell(), groups, {.count = 4000}).value();
    EXPECT_DOUBLE_EQ(test.observed, -5.0 / 7);
    EXPECT_NEAR(test.p_le, 0.1, 3 * std::sqrt(0.1 * 0.9 / 4000));
    const std::array unknown{-1, -1, -1, -1, -1, -1};
    EXPECT_FALSE(ei_index_test(shapes::barbell(), unknown));
}

// Whatever keeps the degrees of a star is a star.
TEST(CorePeripheryTest, KnowsThatDegreesMakeAStar) {
    EXPECT_DOUBLE_EQ(core_periphery_test(shapes::star(), {.count = 9}).value().p_ge, 1);
}

// A ring in which everybody knows the next two on both sides is closed and long.
TEST(SmallWorld, OfALatticeHasMoreTrianglesThanChance) {
    std::vector<Edge> ties;
    for (int node = 0; node < 40; ++node)
        for (const int step : {1, 2}) ties.push_back({node, (node + step) % 40});
    const auto world = small_world(Graph(40, ties, Direction::undirected), {.count = 20}).value();
    EXPECT_GT(world.transitivity_ratio, 3);
    EXPECT_GT(world.path_length_ratio, 1.2);
    EXPECT_FALSE(small_world(shapes::directed(3, {})));
}

}  // namespace konbit::network
