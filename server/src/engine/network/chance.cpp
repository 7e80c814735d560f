// SPDX-License-Identifier: Apache-2.0
#include "engine/network/chance.hpp"

#include "engine/network/closeness.hpp"
#include "engine/network/core_periphery.hpp"
#include "engine/network/ei_index.hpp"
#include "engine/network/random_graph.hpp"
#include "engine/network/rewiring.hpp"
#include "engine/network/transitivity.hpp"

namespace konbit::network {
namespace {

std::vector<int> known_actors(std::span<const int> group_of) {
    std::vector<int> known;
    for (int node = 0; node < static_cast<int>(group_of.size()); ++node)
        if (group_of[node] >= 0) known.push_back(node);
    return known;
}

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Means of a statistic over random networks with as many actors and ties.
template <class Statistic>
double random_mean(const Graph& ties, const Shuffles& shuffles, Statistic statistic) {
    return mean(shuffled_values(shuffles, [&] {
        return [&](Random& random) {
            return statistic(
                       random_graph(ties.node_count(), ties.edge_count(), Direction::undirected, random))
                .value_or(0);
        };
    }));
}

std::optional<double> path_length(const Graph& ties) { return distance_sums(ties, Toward::others).mean(); }

}  // namespace

std::optional<PermutationTest> ei_index_test(const Graph& graph, std::span<const int> group_of,
                                             const Shuffles& shuffles) {
    const auto observed = ei_index(graph, group_of);
    if (!observed) return std::nullopt;
    const std::vector<int> known = known_actors(group_of);
    const auto shuffled = shuffled_values(shuffles, [&] {
        return [&, order = std::vector<int>(known.size()),
                labels = std::vector<int>(group_of.begin(), group_of.end())](Random& random) mutable {
            shuffle_anew(order, random);
            for (std::size_t i = 0; i < known.size(); ++i) labels[known[i]] = group_of[known[order[i]]];
            return *ei_index(graph, labels);
        };
    });
    return permutation_test(*observed, shuffled);
}

std::optional<PermutationTest> core_periphery_test(const Graph& graph, const Shuffles& shuffles) {
    const auto observed = core_periphery(graph);
    if (!observed) return std::nullopt;
    const auto shuffled = shuffled_values(shuffles, [&] {
        return [&](Random& random) { return core_periphery(rewired(graph, random))->fit; };
    });
    return permutation_test(observed->fit, shuffled);
}

std::optional<SmallWorld> small_world(const Graph& graph, const Shuffles& shuffles) {
    const Graph ties = undirected(graph);
    const auto closed = transitivity_global_undirected(ties), length = path_length(ties);
    if (!closed || !length) return std::nullopt;
    const double random_closed = random_mean(ties, shuffles, transitivity_global_undirected);
    const double random_length = random_mean(ties, shuffles, path_length);
    if (random_closed == 0 || random_length == 0) return std::nullopt;
    return SmallWorld{*closed / random_closed, *length / random_length};
}

}  // namespace konbit::network
