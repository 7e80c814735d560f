// SPDX-License-Identifier: Apache-2.0
#include "engine/network/key_players.hpp"

#include "engine/network/random_graph.hpp"
#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace konbit::network {

using enum KeyPlayerGoal;

// Without 2 or 3 the barbell falls into a pair and a triangle: 1 - (2 * 1 + 3 * 2) / (5 * 4).
TEST(KeyPlayers, SplitTheBarbell) {
    const KeyPlayers found = key_players(shapes::barbell(), {.goal = fragmentation});
    EXPECT_EQ(found.nodes, std::vector{2});
    EXPECT_DOUBLE_EQ(found.value, 1 - 8.0 / 20);
    EXPECT_TRUE(found.is_exact);
}

// 1 and 2 reach 0, 1, 2, 3 of the path; so do 0 and 2, the first such set.
TEST(KeyPlayers, ReachAllTogether) {
    const KeyPlayers found = key_players(shapes::path(), {.goal = reach, .size = 2});
    EXPECT_EQ(found.nodes, (std::vector{0, 2}));
    EXPECT_EQ(found.value, 4);
    EXPECT_EQ(key_players(shapes::path(), {.goal = reach, .steps = 2}).nodes, std::vector{1});
}

// The two left of the star's rays without its middle have no path: everything is lost.
TEST(KeyPlayers, LeaveNothingOfAStar) {
    EXPECT_DOUBLE_EQ(key_players(shapes::star(), {.goal = distance_fragmentation}).value, 1);
    EXPECT_DOUBLE_EQ(key_players(shapes::path(), {.goal = fragmentation, .size = 3}).value, 0);
}

TEST(KeyPlayers, AreTheSameOnAnyNumberOfThreads) {
    Random random(3);
    const Graph graph = random_graph(25, 60, Direction::undirected, random);
    const auto with = [&](int threads) {
        return key_players(graph, {.goal = distance_fragmentation, .size = 3, .threads = threads});
    };
    EXPECT_EQ(with(1).nodes, with(3).nodes);
    EXPECT_EQ(with(1).value, with(3).value);
}

// 3,921,225 sets of four.
TEST(KeyPlayers, OfLargeNetworksAreSearched) {
    Random random(5);
    const Graph graph = random_graph(100, 120, Direction::undirected, random);
    const KeyPlayerSearch search{.goal = fragmentation, .size = 4};
    const KeyPlayers found = key_players(graph, search);
    EXPECT_FALSE(found.is_exact);
    EXPECT_EQ(found.nodes.size(), 4U);
    EXPECT_DOUBLE_EQ(found.value, key_player_value(graph, search, found.nodes));
    EXPECT_GT(found.value, key_player_value(graph, search, {0, 1, 2, 3}));
}

TEST(KeyPlayers, StopWhenAskedTo) {
    Watch watch;
    watch.stop();
    key_players(shapes::barbell(), {.goal = fragmentation, .size = 2, .watch = &watch});
    EXPECT_EQ(watch.share(), 1);
}

// A single round of the search takes minutes here.
TEST(KeyPlayers, StopWithinARound) {
    Random random(3);
    const Graph graph = random_graph(1'500, 6'000, Direction::undirected, random);
    Watch watch;
    const std::jthread interruption([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        watch.stop();
    });
    const auto start = std::chrono::steady_clock::now();
    key_players(graph, {.goal = distance_fragmentation, .size = 2, .watch = &watch});
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace konbit::network
