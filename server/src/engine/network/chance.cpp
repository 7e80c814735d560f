// SPDX-License-Identifier: Apache-2.0
#include "engine/network/chance.hpp"

#include "engine/network/closeness.hpp"
#include "engine/network/core_periphery.hpp"
#include "engine/network/ei_index.hpp"
#include "engine/network/random_graph.hpp"
#include "engine/network/rewiring.hpp"
#include "engine/network/shuffled_labels.hpp"
#include "engine/network/transitivity.hpp"

namespace konbit::network {
namespace {

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// A statistic of random networks with as many actors and ties: equal shuffles give equal networks.
template <class Statistic>
std::vector<double> random_values(const Graph& ties, const Shuffles& shuffles, Statistic statistic) {
    return shuffled_values(shuffles, [&] {
        return [&](Random& random) {
            return statistic(
                       random_graph(ties.node_count(), ties.edge_count(), Direction::undirected, random))
                .value_or(0);
        };
    });
}

/// The ratio of each random network; 0 for one without ways.
std::vector<double> random_ratios(const std::vector<double>& closed, double closed_mean,
                                  const std::vector<double>& lengths, double length_mean) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < closed.size(); ++i)
        ratios.push_back(lengths[i] > 0 ? closed[i] / closed_mean / (lengths[i] / length_mean) : 0);
    return ratios;
}

std::optional<double> path_length(const Graph& ties) { return distance_sums(ties, Toward::others).mean(); }

}  // namespace

std::optional<PermutationTest> ei_index_test(const Graph& graph, std::span<const int> group_of,
                                             const Shuffles& shuffles) {
    const auto observed = ei_index(graph, group_of);
    if (!observed) return std::nullopt;
    const auto shuffled = shuffled_values(shuffles, [&] {
        return [&, labels = ShuffledLabels(group_of)](Random& random) mutable {
            return *ei_index(graph, labels.draw(random));
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
    const auto closed_values = random_values(ties, shuffles, transitivity_global_undirected);
    const auto lengths = random_values(ties, shuffles, path_length);
    const double random_closed = mean(closed_values), random_length = mean(lengths);
    if (random_closed == 0 || random_length == 0) return std::nullopt;
    SmallWorld world{*closed / random_closed, *length / random_length};
    world.test =
        permutation_test(world.ratio(), random_ratios(closed_values, random_closed, lengths, random_length));
    return world;
}

}  // namespace konbit::network
