// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"
#include "engine/watch.hpp"

#include <optional>
#include <span>
#include <vector>

namespace konbit::network {

/// Everything that shortest paths say about a network, from one search per actor.
///
/// Ties count one step each. In a directed graph paths follow the ties. Actors that cannot reach each other
/// take no part in lengths; they count as 1/infinity = 0 in harmonic values and efficiency.
struct PathStatistics {
    /// For how many pairs of others an actor lies between, a pair with several shortest paths counting in
    /// shares. Ordered pairs if directed, unordered if not; not normalized.
    std::vector<double> betweenness;
    std::vector<double> harmonic_out;  ///< Mean of 1/distance from the actor to all others, in [0, 1].
    std::vector<double> harmonic_in;   ///< Mean of 1/distance from all others to the actor, in [0, 1].
    std::vector<double> reach_2;       ///< Share of the others within two steps from the actor, in [0, 1].
    /// pairs_at[d]: ordered pairs at distance d; [0] is unused.
    std::vector<std::int64_t> pairs_at;

    int node_count() const { return static_cast<int>(betweenness.size()); }
    /// Share of ordered pairs with a path; nothing for fewer than two actors.
    std::optional<double> reachable_pairs_share() const;
    /// Mean of 1/distance over all ordered pairs, in [0, 1]; nothing for fewer than two actors.
    std::optional<double> global_efficiency() const;
    /// Mean distance of the pairs with a path; nothing when there is none.
    std::optional<double> avg_path_length() const;
    /// Longest distance of the pairs with a path; nothing when there is none.
    std::optional<double> diameter() const;
};

/// Searches once from every actor and gathers all of PathStatistics on the way.
///
/// @param threads  0 = as many as the machine has, if the network is large enough to gain by it. The result
/// is the
///                 same, bit for bit, for any number.
/// @return Harmonic values and reach are NaN for fewer than two actors.
/// @complexity O(nodes * edges) time, O(nodes) memory per block of sources.
/// @source Freeman (1977), Sociometry 40(1), 35-41, doi:10.2307/3033543; Brandes (2001), Journal of
/// Mathematical
///         Sociology 25(2), 163-177, doi:10.1080/0022250X.2001.9990249; Latora & Marchiori (2001), Physical
///         Review Letters 87, 198701, doi:10.1103/PhysRevLett.87.198701.
PathStatistics path_statistics(const Graph& graph, int threads = 0);

/// What the shortest paths from some actors add to everybody's betweenness, batch by batch.
/// @param sources  Divided into `batches` (1 .. their number) in their order, as batch_size() says; pairs of
/// an undirected graph are met from both ends.
/// @param watch    Told of progress; may stop the work. May be nullptr.
/// @return For each batch one sum per actor.
/// @complexity O(sources * edges) time, O(batches * nodes) memory.
std::vector<std::vector<double>> dependency_sums(const Graph& graph, std::span<const int> sources,
                                                 int batches, int threads, Watch* watch);

/// How many of the sources belong to a batch; batches differ by one at most.
int batch_size(int sources, int batches, int batch);

/// Betweenness as a share of its possible maximum, (n-1)(n-2) pairs, half of that if undirected.
/// @return One value in [0, 1] per actor; NaN for fewer than three actors.
std::vector<double> betweenness_normalized(const PathStatistics& paths, bool is_directed);

/// How far one actor monopolizes the paths: 0 when all have the same betweenness, 1 in a star (Freeman).
/// @return In [0, 1]; nothing for fewer than three actors.
std::optional<double> betweenness_centralization(const PathStatistics& paths, bool is_directed);

/// Steps from `source` to each actor; -1 where no path leads.
std::vector<int> distances_from(const Graph& graph, int source);

}  // namespace konbit::network
