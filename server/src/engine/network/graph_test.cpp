// SPDX-License-Identifier: Apache-2.0
#include "engine/network/graph.hpp"

#include <gmock/gmock.h>

#include <array>

using testing::ElementsAre;
using testing::IsEmpty;

namespace konbit::network {

TEST(Graph, DropsLoopsAndRepeatsAndCountsThem) {
    const std::array edges{Edge{0, 1}, Edge{1, 1}, Edge{0, 1}, Edge{1, 0}};
    const Graph directed(3, edges, Direction::directed);
    EXPECT_EQ(directed.edge_count(), 2);
    EXPECT_EQ(directed.loops_dropped(), 1);
    EXPECT_EQ(directed.repeats_dropped(), 1);
    const Graph both_ways(3, edges, Direction::undirected);
    EXPECT_EQ(both_ways.edge_count(), 1);
    EXPECT_EQ(both_ways.repeats_dropped(), 2);
}

TEST(Graph, ListsNeighborsInOrder) {
    const Graph graph(4, std::array{Edge{2, 3}, Edge{2, 0}, Edge{1, 0}}, Direction::directed);
    EXPECT_THAT(graph.out(2), ElementsAre(0, 3));
    EXPECT_THAT(graph.in(0), ElementsAre(1, 2));
    EXPECT_THAT(graph.out(0), IsEmpty());
    EXPECT_TRUE(graph.has_edge(1, 0));
    EXPECT_FALSE(graph.has_edge(0, 1));
}

TEST(Graph, HoldsNobody) {
    const Graph graph;
    EXPECT_EQ(graph.node_count(), 0);
    EXPECT_THAT(graph.edges(), IsEmpty());
}

TEST(Graph, LosesDirectionWhenOneOfTwoNamesTheOther) {
    const Graph ties =
        undirected(Graph(3, std::array{Edge{1, 0}, Edge{1, 2}, Edge{2, 1}}, Direction::directed));
    EXPECT_THAT(ties.edges(), ElementsAre(Edge{0, 1}, Edge{1, 2}));
}

TEST(Graph, CanDoWithoutSomebody) {
    const Graph path(4, std::array{Edge{0, 1}, Edge{1, 2}, Edge{2, 3}}, Direction::undirected);
    EXPECT_THAT(without(path, 1).edges(), ElementsAre(Edge{1, 2}));
    EXPECT_EQ(without(path, 1).node_count(), 3);
    EXPECT_THAT(isolating(path, std::array{1}).edges(), ElementsAre(Edge{2, 3}));
    EXPECT_EQ(isolating(path, std::array{1}).node_count(), 4);
    EXPECT_THAT(keeping(path, std::array{2, 1}).edges(), ElementsAre(Edge{0, 1}));
}

}  // namespace konbit::network
