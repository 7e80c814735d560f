// SPDX-License-Identifier: Apache-2.0
#include "engine/network/triad_census.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace konbit::network {
namespace {

std::int64_t count(const Graph& graph, std::string_view name) {
    return triad_census(graph)[std::ranges::find(triad_names, name) - triad_names.begin()];
}

}  // namespace

// 0, 1, 2 is a cycle; 3 makes 0 -> . <- ... : {0,1,3} has one tie, {0,2,3} is 0 <- 2 -> 3, {1,2,3} is 1 -> 2
// -> 3.
TEST(TriadCensus, KnowsPatternsByTheirTies) {
    const Graph graph = shapes::cycle_with_tail();
    EXPECT_EQ(count(graph, "030C"), 1);
    EXPECT_EQ(count(graph, "012"), 1);
    EXPECT_EQ(count(graph, "021D"), 1);
    EXPECT_EQ(count(graph, "021C"), 1);
}

TEST(TriadCensus, CountsEveryTripleOnce) {
    const auto census = triad_census(shapes::directed(7, {{0, 1}, {1, 0}, {2, 0}, {3, 4}, {4, 2}}));
    EXPECT_EQ(std::accumulate(census.begin(), census.end(), std::int64_t{0}), 35);  // 7 over 3
    EXPECT_EQ(count(shapes::directed(3, {}), "003"), 1);
    EXPECT_EQ(count(Graph(), "003"), 0);
}

}  // namespace konbit::network
