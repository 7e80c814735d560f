// SPDX-License-Identifier: Apache-2.0
#include "features/stories/comparison.hpp"

#include "engine/network/components.hpp"
#include "engine/network/paths.hpp"
#include "engine/network/random_graph.hpp"
#include "engine/network/transitivity.hpp"
#include "features/networks/observation.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace konbit::stories {

namespace {

using disclosure::ReportLevel;
using network::Graph;

/// What is compared: each says something else about the shape of as many contacts.
struct Compare {
    std::string_view id;
    std::optional<double> (*of)(const Graph&);
    bool is_of_persons;  ///< Told from full response on only.
    bool is_of_ways;     ///< Takes a search from every member of every random network.
};

std::optional<double> closed_triples(const Graph& graph) {
    return network::transitivity_global_undirected(graph);
}
std::optional<double> way_length(const Graph& graph) {
    return network::path_statistics(graph, 1).avg_path_length();
}
std::optional<double> one_in_the_middle(const Graph& graph) {
    return network::betweenness_centralization(network::path_statistics(graph, 1), false);
}
std::optional<double> unreachable(const Graph& graph) {
    return network::fragmentation(network::weak_components(graph));
}

constexpr std::array compares{Compare{"transitivity_global_undirected", closed_triples, false, false},
                              Compare{"avg_path_length", way_length, false, true},
                              Compare{"fragmentation", unreachable, false, false},
                              Compare{"centralization_betweenness", one_in_the_middle, true, true}};

/// A page waits no longer than a moment: beyond so many members ways are not compared.
constexpr int most_for_ways = 300;
constexpr int draws = 200;

bool is_told(const Compare& compare, const Graph& graph, ReportLevel level) {
    if (compare.is_of_persons && level != ReportLevel::full) return false;
    return !compare.is_of_ways || graph.node_count() <= most_for_ways;
}

std::vector<double> sorted_values(const std::vector<Graph>& random, const Compare& compare) {
    std::vector<double> values;
    for (const auto& each : random)
        if (const auto value = compare.of(each)) values.push_back(*value);
    std::ranges::sort(values);
    return values;
}

/// Share of sorted values below one, equal ones counting half.
double share_below(const std::vector<double>& values, double value) {
    constexpr double rounding = 1e-12;
    const auto below = std::ranges::count_if(values, [&](double each) { return each < value - rounding; });
    const auto not_above =
        std::ranges::count_if(values, [&](double each) { return each <= value + rounding; });
    return static_cast<double>(below + not_above) / 2 / static_cast<double>(values.size());
}

double quantile(const std::vector<double>& values, double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + .5)];
}

ChanceStrip strip_of(const Compare& compare, const Graph& graph, const std::vector<Graph>& random) {
    ChanceStrip strip{.id = std::string(compare.id), .value = compare.of(graph)};
    const auto values = sorted_values(random, compare);
    if (!strip.value || values.empty()) return strip;
    strip.low = quantile(values, .025);
    strip.high = quantile(values, .975);
    strip.mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    strip.percentile = share_below(values, *strip.value);
    return strip;
}

std::vector<Graph> random_networks(const Graph& graph, int count) {
    Random random(1);
    std::vector<Graph> networks;
    for (int i = 0; i < count; ++i)
        networks.push_back(network::random_graph(graph.node_count(), graph.edge_count(),
                                                 network::Direction::undirected, random));
    return networks;
}

}  // namespace

PeerStrip beside(std::optional<double> value, std::vector<double> peers) {
    std::ranges::sort(peers);
    PeerStrip strip{.value = value, .clusters = static_cast<int>(peers.size())};
    if (value && strip.clusters >= least_peers) strip.percentile = share_below(peers, *value);
    if (strip.clusters >= disclosure::least_people) {
        const auto half = peers.size() / 2;
        strip.median = peers.size() % 2 == 1 ? peers[half] : (peers[half - 1] + peers[half]) / 2;
    }
    return strip;
}

Comparison comparison_of(const Compared& compared) {
    const auto& question = *compared.data.find(compared.question);
    const auto network = networks::observed(question, networks::Rows::named);
    Comparison comparison{
        .question = compared.question, .n = network.answers(), .asked = compared.data.asked()};
    comparison.level = disclosure::report_level(comparison.n, comparison.asked);
    if (comparison.level == ReportLevel::interval_only) return comparison;
    const Graph graph = undirected(reconstructed(network).graph);
    comparison.draws = draws;
    const auto random = random_networks(graph, draws);
    for (const auto& each : compares)
        if (is_told(each, graph, comparison.level))
            comparison.chance.push_back(strip_of(each, graph, random));
    const double given = static_cast<double>(network.reported().edge_count()) / network.answers();
    comparison.peers = beside(given, compared.peers);
    return comparison;
}

}  // namespace konbit::stories
