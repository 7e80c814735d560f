// SPDX-License-Identifier: Apache-2.0
#include "engine/network/core_number.hpp"
#include "engine/network/degree.hpp"
#include "engine/network/density.hpp"
#include "engine/network/ei_index.hpp"
#include "engine/network/metric_list.hpp"
#include "engine/network/pagerank.hpp"
#include "engine/network/structural_holes.hpp"
#include "engine/network/transitivity.hpp"
#include "engine/network/triad_census.hpp"

#include <limits>
#include <numeric>
#include <utility>

namespace konbit::network {
namespace {

using enum MetricScope;

Value mean(const Values& values) {
    if (values.empty()) return std::nullopt;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

template <std::size_t i>
Value triads(const Analysis& a) {
    return count(a.triads()[i]);
}

Values as_values(const std::vector<int>& numbers) { return {numbers.begin(), numbers.end()}; }

Values marked(const std::vector<int>& nodes, int node_count) {
    Values marks(node_count);
    for (const int node : nodes) marks[node] = 1;
    return marks;
}

Values eigenvector_values(const Analysis& a) {
    if (a.eigenvector()) return a.eigenvector()->value;
    return Values(a.graph().node_count(), std::numeric_limits<double>::quiet_NaN());
}

constexpr std::array size_metrics{
    of_graph({"n", "How many members are there?", "0..", "size"}, any,
             [](const Analysis& a) { return count(a.graph().node_count()); }),
    of_graph({"m", "How many ties are there?", "0..", "size"}, any,
             [](const Analysis& a) { return count(a.graph().edge_count()); }),
    of_graph({"density", "Which share of the possible ties exists?", "0..1", "density"}, any,
             [](const Analysis& a) { return density(a.graph()); }),
    of_graph({"mean_degree", "How many ties does a member have on average?", "0..n-1", "degree"}, any,
             [](const Analysis& a) { return mean_degree(a.graph()); }),
};

constexpr std::array dyad_metrics{
    of_graph({"dyads_mutual", "How many pairs name each other?", "0..", "dyad_census"}, directed,
             [](const Analysis& a) { return count(a.dyads().mutual); }),
    of_graph({"dyads_asym", "In how many pairs does one name the other, unanswered?", "0..", "dyad_census"},
             directed, [](const Analysis& a) { return count(a.dyads().asymmetric); }),
    of_graph({"dyads_null", "How many pairs have no tie?", "0..", "dyad_census"}, directed,
             [](const Analysis& a) { return count(a.dyads().null); }),
    of_graph(
        {"reciprocity_edgewise", "Which share of ties is answered by a tie back?", "0..1", "reciprocity"},
        directed, [](const Analysis& a) { return reciprocity_edgewise(a.dyads()); }),
    of_graph({"reciprocity_dyadic_nonnull", "Which share of pairs with a tie name each other?", "0..1",
              "reciprocity"},
             directed, [](const Analysis& a) { return reciprocity_dyadic_nonnull(a.dyads()); }),
};

constexpr std::array triangle_metrics{
    of_graph({"transitivity_global_undirected", "How often do two contacts of a member know each other?",
              "0..1", "transitivity"},
             any, [](const Analysis& a) { return transitivity_global_undirected(a.ties()); }),
    of_graph({"transitivity_avglocal_zero", "How closed are members' own circles on average?", "0..1",
              "transitivity"},
             any, [](const Analysis& a) { return mean(a.clustering()); }),
};

constexpr std::array component_metrics{
    of_graph(
        {"components_weak", "Into how many separate pieces does the network fall?", "0..n", "components"},
        any, [](const Analysis& a) { return count(a.weak().count); }),
    of_graph(
        {"components_strong", "How many pieces are there if ties lead one way only?", "0..n", "components"},
        any, [](const Analysis& a) { return count(a.strong().count); }),
    of_graph({"isolates", "How many members have no tie at all?", "0..n", "components"}, any,
             [](const Analysis& a) { return count(isolates(a.graph()).size()); }),
    of_graph({"fragmentation", "Which share of pairs has no path between them?", "0..1", "fragmentation"},
             any, [](const Analysis& a) { return fragmentation(a.weak()); }),
    of_graph({"articulation_points_undirected_count", "How many members are the only link between others?",
              "0..n", "cut_points"},
             any, [](const Analysis& a) { return count(a.cuts().articulation_points.size()); }),
    of_graph({"bridges_undirected_count", "How many ties are the only link between two parts?", "0..n-1",
              "cut_points"},
             any, [](const Analysis& a) { return count(a.cuts().bridges.size()); }),
};

constexpr std::array path_metrics{
    of_graph({"reachable_pairs_share", "Which share of members can a message reach?", "0..1", "path_length"},
             any, [](const Analysis& a) { return a.paths().reachable_pairs_share(); }),
    of_graph({"global_efficiency", "How few steps apart are members, the unreachable included?", "0..1",
              "global_efficiency"},
             any, [](const Analysis& a) { return a.paths().global_efficiency(); }),
    of_graph({"avg_path_length_ignore_unreachable", "How many steps is it to those who can be reached?",
              "1..n-1", "path_length"},
             any, [](const Analysis& a) { return a.paths().avg_path_length(); }),
    of_graph({"diameter_directed_ignore_unreachable", "How many steps is the longest of these ways?",
              "1..n-1", "path_length"},
             any, [](const Analysis& a) { return a.paths().diameter(); }),
};

constexpr std::array centralization_metrics{
    of_graph(
        {"centralization_degree", "Does one member have most of the contacts?", "0..1", "centralization"},
        undirected,
        [](const Analysis& a) { return defined(degree_centralization(degree(a.graph()), false)); }),
    of_graph({"centralization_indegree", "Do all name the same member?", "0..1", "centralization"}, directed,
             [](const Analysis& a) { return defined(degree_centralization(indegree(a.graph()), true)); }),
    of_graph({"centralization_outdegree", "Does one member name all others while they name few?", "0..1",
              "centralization"},
             directed,
             [](const Analysis& a) { return defined(degree_centralization(outdegree(a.graph()), true)); }),
    of_graph(
        {"centralization_betweenness", "Do all ways lead through one member?", "0..1", "centralization"}, any,
        [](const Analysis& a) { return betweenness_centralization(a.paths(), a.graph().is_directed()); }),
    of_graph({"eigenvalue_undirected", "How dense is the densest connected part?", "0..n-1", "eigenvector"},
             any,
             [](const Analysis& a) {
                 return a.eigenvector() ? Value(a.eigenvector()->eigenvalue) : std::nullopt;
             }),
};

constexpr std::array community_metrics{
    of_graph(
        {"communities_leiden", "Into how many circles does the network divide best?", "0..n", "communities"},
        any, [](const Analysis& a) { return count(a.communities().count); }),
    of_graph({"modularity", "How clearly does it divide into circles?", "-0.5..1", "communities"}, any,
             [](const Analysis& a) { return a.communities().modularity; }),
    of_graph({"communities_stability", "Do other searches find the same circles?", "-1..1", "communities"},
             any, [](const Analysis& a) { return a.communities().stability; }),
};

constexpr std::array group_metrics{
    of_graph({"ei_index_ties", "Do ties cross the groups' borders or stay inside?", "-1..1", "ei_index"},
             grouped, [](const Analysis& a) { return ei_index(a.graph(), a.group_of()); }),
    of_graph(
        {"ei_index_undirected", "Do contacts cross the groups' borders or stay inside?", "-1..1", "ei_index"},
        grouped, [](const Analysis& a) { return ei_index(a.ties(), a.group_of()); }),
    of_graph({"density_within_groups", "Which share of the possible ties within groups exists?", "0..1",
              "group_density"},
             grouped, [](const Analysis& a) { return group_density(a.graph(), a.group_of()).within; }),
    of_graph({"density_between_groups", "Which share of the possible ties between groups exists?", "0..1",
              "group_density"},
             grouped, [](const Analysis& a) { return group_density(a.graph(), a.group_of()).between; }),
};

/// Ids of the sixteen triad metrics, in the order of triad_names.
constexpr std::array<std::string_view, 16> triad_ids{"triad_003",  "triad_012",  "triad_102",  "triad_021D",
                                                     "triad_021U", "triad_021C", "triad_111D", "triad_111U",
                                                     "triad_030T", "triad_030C", "triad_201",  "triad_120D",
                                                     "triad_120U", "triad_120C", "triad_210",  "triad_300"};

template <std::size_t... i>
constexpr std::array<Metric, 16> triad_records(std::index_sequence<i...>) {
    return {of_graph(
        {triad_ids[i], "How many triples of members show this pattern of ties?", "0..", "triad_census"},
        directed, triads<i>)...};
}

constexpr std::array triad_metrics = triad_records(std::make_index_sequence<16>());

constexpr std::array degree_node_metrics{
    of_nodes({"degree", "With how many others does this member have a tie?", "0..n-1", "degree"}, any,
             [](const Analysis& a) { return degree(a.graph()); }),
    of_nodes({"indegree", "How many name this member?", "0..n-1", "degree"}, directed,
             [](const Analysis& a) { return indegree(a.graph()); }),
    of_nodes({"outdegree", "How many does this member name?", "0..n-1", "degree"}, directed,
             [](const Analysis& a) { return outdegree(a.graph()); }),
};

constexpr std::array path_node_metrics{
    of_nodes(
        {"betweenness", "How many pairs of others does this member connect?", "0..(n-1)(n-2)", "betweenness"},
        any, [](const Analysis& a) { return a.paths().betweenness; }),
    of_nodes({"betweenness_normalized", "Which share of pairs of others does this member connect?", "0..1",
              "betweenness"},
             any,
             [](const Analysis& a) { return betweenness_normalized(a.paths(), a.graph().is_directed()); }),
    of_nodes(
        {"harmonic_out_norm", "How quickly does this member reach the others?", "0..1", "harmonic_closeness"},
        any, [](const Analysis& a) { return a.paths().harmonic_out; }),
    of_nodes(
        {"harmonic_in_norm", "How quickly do the others reach this member?", "0..1", "harmonic_closeness"},
        any, [](const Analysis& a) { return a.paths().harmonic_in; }),
    of_nodes({"reach_2_out", "Which share of the others is within two steps?", "0..1", "reach"}, any,
             [](const Analysis& a) { return a.paths().reach_2; }),
};

constexpr std::array position_node_metrics{
    of_nodes({"eigenvector_undirected_maxnorm", "Is this member connected to well-connected members?", "0..1",
              "eigenvector"},
             any, eigenvector_values),
    of_nodes(
        {"pagerank_085", "Is this member named by members who are named themselves?", "0..1", "pagerank"},
        any, [](const Analysis& a) { return pagerank(a.graph(), 0.85); }),
    of_nodes({"core_undirected", "How deep in the dense part does this member lie?", "0..n-1", "core_number"},
             any, [](const Analysis& a) { return core_undirected(a.ties()); }),
    of_nodes(
        {"clustering_local", "How many of this member's contacts know each other?", "0..1", "transitivity"},
        any, [](const Analysis& a) { return a.clustering(); }),
    of_nodes({"constraint", "How little room has this member between its contacts?", "0..1.125",
              "structural_holes"},
             any, [](const Analysis& a) { return constraint(a.contacts()); }),
    of_nodes({"effective_size", "With how many different circles has this member contact?", "0..n-1",
              "structural_holes"},
             any, [](const Analysis& a) { return effective_size(a.contacts()); }),
    of_nodes({"is_articulation_point", "Would others lose their way to each other without this member?",
              "0 or 1", "cut_points"},
             any,
             [](const Analysis& a) { return marked(a.cuts().articulation_points, a.graph().node_count()); }),
    of_nodes({"component_weak", "Which piece is this member in?", "0..", "components"}, any,
             [](const Analysis& a) { return as_values(a.weak().of); }),
    of_nodes({"community_leiden", "Which circle is this member in?", "0..", "communities"}, any,
             [](const Analysis& a) { return as_values(a.communities().of); }),
    of_nodes({"ei_node_undirected", "Do this member's contacts lie outside its group?", "-1..1", "ei_index"},
             grouped, [](const Analysis& a) { return ei_node_undirected(a.ties(), a.group_of()); }),
};

constexpr auto all = joined(size_metrics, dyad_metrics, triangle_metrics, component_metrics, path_metrics,
                            centralization_metrics, community_metrics, triad_metrics, group_metrics,
                            degree_node_metrics, path_node_metrics, position_node_metrics);

}  // namespace

std::span<const Metric> everyday_metrics() { return all; }

}  // namespace konbit::network
