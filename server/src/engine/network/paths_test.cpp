// SPDX-License-Identifier: Apache-2.0
#include "engine/network/paths.hpp"

#include "engine/network/shapes_test.hpp"
#include "engine/random.hpp"

#include <gmock/gmock.h>

#include <cmath>

using testing::DoubleEq;
using testing::Each;
using testing::ElementsAre;
using testing::ElementsAreArray;

namespace konbit::network {
namespace {

Graph random_graph(int nodes, int edges) {
    Random random(5);
    std::vector<Edge> ties;
    for (int i = 0; i < edges; ++i) ties.push_back({random.below(nodes), random.below(nodes)});
    return {nodes, ties, Direction::directed};
}

}  // namespace

// 1 lies between 0 and 2, 0 and 3; 2 likewise.
TEST(Betweenness, CountsUnorderedPairsInAnUndirectedGraph) {
    EXPECT_THAT(path_statistics(shapes::path()).betweenness, ElementsAre(0, 2, 2, 0));
}

// 1: 0-2, 0-3. 2: 1-0, 1-3, 0-3. 0: 2-1.
TEST(Betweenness, CountsOrderedPairsAlongTheTies) {
    EXPECT_THAT(path_statistics(shapes::cycle_with_tail()).betweenness, ElementsAre(1, 2, 3, 0));
}

// Two shortest ways from 0 to 3: each of 1 and 2 has half of the pair.
TEST(Betweenness, SharesPairsAmongEqualWays) {
    const auto paths = path_statistics(shapes::directed(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}));
    EXPECT_THAT(paths.betweenness, ElementsAre(0, 0.5, 0.5, 0));
}

TEST(Betweenness, IsOneInTheMiddleOfAStar) {
    const auto paths = path_statistics(shapes::star());
    EXPECT_THAT(betweenness_normalized(paths, false), ElementsAre(1, 0, 0, 0, 0));
    EXPECT_DOUBLE_EQ(betweenness_centralization(paths, false).value(), 1);
    const auto pair = path_statistics(shapes::undirected(2, {{0, 1}}));
    EXPECT_TRUE(std::isnan(betweenness_normalized(pair, false)[0]));
    EXPECT_EQ(betweenness_centralization(pair, false), std::nullopt);
}

// From 0: 1 at one step, 2 at two, 3 at three: (1 + 1/2 + 1/3) / 3. To 3: from 2, 1, 0 the same. From 3:
// nobody.
TEST(HarmonicCloseness, CountsTheUnreachableAsZero) {
    const auto paths = path_statistics(shapes::cycle_with_tail());
    EXPECT_DOUBLE_EQ(paths.harmonic_out[0], (1 + 1.0 / 2 + 1.0 / 3) / 3);
    EXPECT_DOUBLE_EQ(paths.harmonic_out[3], 0);
    EXPECT_DOUBLE_EQ(paths.harmonic_in[3], (1 + 1.0 / 2 + 1.0 / 3) / 3);
    EXPECT_DOUBLE_EQ(paths.reach_2[0], 2.0 / 3);
}

// Ordered pairs at distance 1, 2, 3: 6, 4, 2.
TEST(PathLengths, AreTakenOverThePairsWithAWay) {
    const auto paths = path_statistics(shapes::path());
    EXPECT_THAT(paths.pairs_at, ElementsAre(0, 6, 4, 2));
    EXPECT_DOUBLE_EQ(paths.avg_path_length().value(), 20.0 / 12);
    EXPECT_DOUBLE_EQ(paths.diameter().value(), 3);
    EXPECT_DOUBLE_EQ(paths.global_efficiency().value(), (6 + 4 / 2.0 + 2 / 3.0) / 12);
    EXPECT_DOUBLE_EQ(paths.reachable_pairs_share().value(), 1);
}

TEST(PathLengths, AreUndefinedWithoutTies) {
    const auto paths = path_statistics(shapes::directed(3, {}));
    EXPECT_EQ(paths.avg_path_length(), std::nullopt);
    EXPECT_EQ(paths.diameter(), std::nullopt);
    EXPECT_DOUBLE_EQ(paths.global_efficiency().value(), 0);
    EXPECT_EQ(path_statistics(Graph()).global_efficiency(), std::nullopt);
    EXPECT_TRUE(std::isnan(path_statistics(shapes::directed(1, {})).harmonic_out[0]));
}

TEST(PathStatistics, AreTheSameBitForBitOnAnyNumberOfThreads) {
    const Graph graph = random_graph(300, 1500);
    const auto one = path_statistics(graph, 1), four = path_statistics(graph, 4);
    EXPECT_EQ(one.betweenness, four.betweenness);
    EXPECT_EQ(one.harmonic_in, four.harmonic_in);
    EXPECT_EQ(one.harmonic_out, four.harmonic_out);
    EXPECT_EQ(one.pairs_at, four.pairs_at);
}

// Every pair at distance d has d - 1 others between, counted in shares: both sums must agree.
TEST(PathStatistics, AgreeWithThemselvesOnARandomNetwork) {
    const auto paths = path_statistics(random_graph(200, 700));
    double between = 0, inner = 0, out = 0, in = 0;
    for (const double each : paths.betweenness) between += each;
    for (std::size_t d = 1; d < paths.pairs_at.size(); ++d)
        inner += static_cast<double>(paths.pairs_at[d]) * static_cast<double>(d - 1);
    for (int node = 0; node < 200; ++node) out += paths.harmonic_out[node], in += paths.harmonic_in[node];
    EXPECT_NEAR(between, inner, 1e-6);
    EXPECT_NEAR(out, in, 1e-9);
    EXPECT_NEAR(out / 200, paths.global_efficiency().value(), 1e-9);
}

TEST(Distances, CountStepsAlongTies) {
    EXPECT_THAT(distances_from(shapes::cycle_with_tail(), 0), ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(distances_from(shapes::cycle_with_tail(), 3), ElementsAre(-1, -1, -1, 0));
}

}  // namespace konbit::network
