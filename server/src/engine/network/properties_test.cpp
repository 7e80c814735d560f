// SPDX-License-Identifier: Apache-2.0
// What must hold for every network, tried on random ones.
#include "engine/network/random_graph.hpp"
#include "engine/network/report.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>

namespace konbit::network {
namespace {

constexpr double tolerance = 1e-9;

/// What is found by a search, or numbered by the order of actors.
bool depends_on_order(const Metric& metric) {
    return metric.page == "communities" || metric.id == "component_weak" || metric.id == "is_core";
}

bool does_not(const Metric& metric) { return !depends_on_order(metric); }

bool same(double one, double other) {
    return (std::isnan(one) && std::isnan(other)) ||
           std::abs(one - other) <= tolerance * std::max(1.0, std::abs(one));
}

bool same(const std::optional<double>& one, const std::optional<double>& other) {
    return one.has_value() == other.has_value() && (!one || same(*one, *other));
}

struct Case {
    Graph graph;
    std::vector<int> groups;

    Report report() const { return network::report(graph, {.group_of = groups, .threads = 1}, does_not); }
};

Case random_case(std::uint64_t seed, Direction direction) {
    Random random(seed);
    const int nodes = 5 + random.below(12);
    const int pairs = nodes * (nodes - 1) / (direction == Direction::directed ? 1 : 2);
    Case made{random_graph(nodes, random.below(pairs / 2 + 1), direction, random), {}};
    for (int node = 0; node < nodes; ++node) made.groups.push_back(random.below(3));
    return made;
}

Direction direction_of(const Graph& graph) {
    return graph.is_directed() ? Direction::directed : Direction::undirected;
}

class Properties : public testing::TestWithParam<int> {
  protected:
    std::vector<Case> cases() const {
        const auto seed = static_cast<std::uint64_t>(GetParam());
        return {random_case(seed, Direction::directed), random_case(seed, Direction::undirected)};
    }
};

Case relabeled(const Case& original, const std::vector<int>& place) {
    std::vector<Edge> ties = original.graph.edges();
    for (auto& [from, to] : ties) from = place[from], to = place[to];
    Case made{Graph(original.graph.node_count(), ties, direction_of(original.graph)), original.groups};
    for (std::size_t node = 0; node < place.size(); ++node) made.groups[place[node]] = original.groups[node];
    return made;
}

Graph reversed(const Graph& graph) {
    std::vector<Edge> ties = graph.edges();
    for (auto& [from, to] : ties) std::swap(from, to);
    return {graph.node_count(), ties, direction_of(graph)};
}

Graph complement(const Graph& graph) {
    std::vector<Edge> ties;
    for (int from = 0; from < graph.node_count(); ++from)
        for (int to = 0; to < graph.node_count(); ++to)
            if (from != to && !graph.has_edge(from, to)) ties.push_back({from, to});
    return {graph.node_count(), ties, direction_of(graph)};
}

/// Both side by side, without a tie between them.
Graph side_by_side(const Graph& one, const Graph& other) {
    std::vector<Edge> ties = one.edges();
    for (const auto& [from, to] : other.edges())
        ties.push_back({from + one.node_count(), to + one.node_count()});
    return {one.node_count() + other.node_count(), ties, direction_of(one)};
}

}  // namespace

TEST_P(Properties, NamesOfActorsDoNotMatter) {
    for (const Case& original : cases()) {
        Random random(GetParam() + 1000);
        std::vector<int> place(original.groups.size());
        std::iota(place.begin(), place.end(), 0);
        random.shuffle(std::span(place));
        const Report before = original.report(), after = relabeled(original, place).report();
        for (std::size_t i = 0; i < before.graph.size(); ++i)
            EXPECT_TRUE(same(before.graph[i].value, after.graph[i].value)) << before.graph[i].metric->id;
        for (std::size_t i = 0; i < before.nodes.size(); ++i)
            for (std::size_t node = 0; node < place.size(); ++node)
                EXPECT_TRUE(same(before.nodes[i].value[node], after.nodes[i].value[place[node]]))
                    << before.nodes[i].metric->id;
    }
}

TEST_P(Properties, TurningTiesRoundExchangesWhatHasADirection) {
    const Case original = cases()[0];
    const Report before = original.report(), after = Case{reversed(original.graph), original.groups}.report();
    constexpr std::array<std::pair<const char*, const char*>, 6> columns{
        {{"indegree", "outdegree"},
         {"harmonic_in_norm", "harmonic_out_norm"},
         {"reach_2_in", "reach_2_out"},
         {"gf_b_IO", "gf_b_OI"},
         {"betweenness", "betweenness"},
         {"constraint", "constraint"}}};
    for (const auto& [one, other] : columns)
        for (std::size_t node = 0; node < original.groups.size(); ++node) {
            EXPECT_TRUE(same(before.column(one)->at(node), after.column(other)->at(node))) << one;
            EXPECT_TRUE(same(before.column(other)->at(node), after.column(one)->at(node))) << other;
        }
    constexpr std::array<std::pair<const char*, const char*>, 5> values{
        {{"triad_021D", "triad_021U"},
         {"triad_111D", "triad_111U"},
         {"triad_120D", "triad_120U"},
         {"triad_030T", "triad_030T"},
         {"krackhardt_hierarchy", "krackhardt_hierarchy"}}};
    for (const auto& [one, other] : values) EXPECT_TRUE(same(before[one], after[other])) << one;
}

TEST_P(Properties, TheComplementHasTheTiesThatAreMissing) {
    const Case original = cases()[0];
    const Report before = original.report(),
                 after = Case{complement(original.graph), original.groups}.report();
    EXPECT_TRUE(same(*before["density"], 1 - *after["density"]));
    constexpr std::array<std::pair<const char*, const char*>, 6> pairs{{{"dyads_mutual", "dyads_null"},
                                                                        {"dyads_asym", "dyads_asym"},
                                                                        {"triad_003", "triad_300"},
                                                                        {"triad_012", "triad_210"},
                                                                        {"triad_102", "triad_201"},
                                                                        {"triad_030C", "triad_030C"}}};
    for (const auto& [one, other] : pairs) EXPECT_TRUE(same(before[one], after[other])) << one;
}

TEST_P(Properties, NetworksSideBySideDoNotTouch) {
    for (const Case& original : cases()) {
        const Case other = random_case(GetParam() + 500, direction_of(original.graph));
        std::vector<int> groups = original.groups;
        groups.insert(groups.end(), other.groups.begin(), other.groups.end());
        const Report both = Case{side_by_side(original.graph, other.graph), groups}.report(),
                     alone = original.report(), beside = other.report();
        for (const char* id :
             {"m", "isolates", "components_weak", "components_strong", "bridges_undirected_count"})
            EXPECT_TRUE(same(*both[id], *alone[id] + *beside[id])) << id;
        for (const char* id :
             {"betweenness", "core_undirected", "constraint", "effective_size", "ego_density"})
            for (std::size_t node = 0; node < original.groups.size(); ++node)
                EXPECT_TRUE(same(both.column(id)->at(node), alone.column(id)->at(node))) << id;
    }
}

TEST_P(Properties, AnIsolateChangesNothingForTheOthers) {
    for (const Case& original : cases()) {
        std::vector<int> groups = original.groups;
        groups.push_back(0);
        const Graph lone(1, {}, direction_of(original.graph));
        const Report alone = original.report(),
                     with = Case{side_by_side(original.graph, lone), groups}.report();
        EXPECT_TRUE(same(*with["isolates"], *alone["isolates"] + 1));
        EXPECT_TRUE(same(*with["components_weak"], *alone["components_weak"] + 1));
        for (const char* id : {"ei_index_ties", "transitivity_global_undirected", "reciprocity_edgewise",
                               "degree_assortativity_undirected", "avg_path_length_ignore_unreachable"})
            EXPECT_TRUE(same(with[id], alone[id])) << id;
        for (const char* id : {"degree", "betweenness", "core_undirected", "constraint", "gf_t"})
            for (std::size_t node = 0; node < original.groups.size(); ++node)
                EXPECT_TRUE(same(with.column(id)->at(node), alone.column(id)->at(node))) << id;
    }
}

INSTANTIATE_TEST_SUITE_P(RandomNetworks, Properties, testing::Range(1, 21));

}  // namespace konbit::network
