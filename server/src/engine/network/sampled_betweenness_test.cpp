// SPDX-License-Identifier: Apache-2.0
#include "engine/network/sampled_betweenness.hpp"

#include "engine/network/paths.hpp"
#include "engine/network/random_graph.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::network {
namespace {

Graph example(Direction direction) {
    Random random(3);
    return random_graph(600, 3000, direction, random);
}

}  // namespace

TEST(BetweennessSampled, IsExactWhenEverybodyIsAPivot) {
    for (const auto direction : {Direction::directed, Direction::undirected}) {
        const Graph graph = example(direction);
        const SampledBetweenness found = betweenness_sampled(graph, {.pivots = 1000});
        const PathStatistics exact = path_statistics(graph);
        EXPECT_EQ(found.pivots, 600);
        for (std::size_t actor = 0; actor < found.value.size(); ++actor) {
            EXPECT_NEAR(found.value[actor], exact.betweenness[actor], 1e-6);
            EXPECT_EQ(found.standard_error[actor], 0);
        }
    }
}

// Most of what an actor connects comes from its few neighbors, so that values are skewed: two standard errors
// hold fewer than the 95 of 100 that they would hold of evenly spread ones.
TEST(BetweennessSampled, StatesItsError) {
    for (const auto direction : {Direction::directed, Direction::undirected}) {
        const Graph graph = example(direction);
        const SampledBetweenness found = betweenness_sampled(graph, {.pivots = 300});
        const PathStatistics exact = path_statistics(graph);
        const auto share_within = [&](double errors) {
            double within = 0;
            for (std::size_t actor = 0; actor < found.value.size(); ++actor)
                within += std::abs(found.value[actor] - exact.betweenness[actor]) <=
                          errors * found.standard_error[actor] + 1e-9;
            return within / graph.node_count();
        };
        EXPECT_GT(share_within(2), 0.83);
        EXPECT_GT(share_within(3), 0.93);
    }
}

TEST(BetweennessSampled, RepeatsItselfOnAnyNumberOfThreads) {
    const Graph graph = example(Direction::directed);
    EXPECT_EQ(betweenness_sampled(graph, {.pivots = 50, .seed = 7, .threads = 1}).value,
              betweenness_sampled(graph, {.pivots = 50, .seed = 7, .threads = 3}).value);
    EXPECT_TRUE(std::isnan(betweenness_sampled(graph, {.pivots = 1}).standard_error[0]));
    EXPECT_TRUE(betweenness_sampled(Graph()).value.empty());
}

}  // namespace konbit::network
