// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>
#include <vector>

namespace konbit::network {

/// How often two contacts of an actor have a tie themselves: 3 * triangles / connected triples. Direction is
/// dropped.
///
/// @return In [0, 1]; nothing when no actor has two contacts.
/// @complexity O(edges * largest degree).
/// @source Wasserman & Faust (1994), chapter 6, doi:10.1017/CBO9780511815478.
std::optional<double> transitivity_global_undirected(const Graph& graph);

/// For each actor, the share of pairs of its contacts that have a tie. Direction is dropped.
/// @return In [0, 1]; by convention 0 for actors with fewer than two contacts.
/// @source Watts & Strogatz (1998), Nature 393, 440-442, doi:10.1038/30918.
std::vector<double> clustering_local(const Graph& graph);

/// Of the ways i -> j -> k to another actor, the share that i -> k makes short.
///
/// @return In [0, 1]; nothing when there is no such way.
/// @complexity O(edges * largest degree).
/// @source Wasserman & Faust (1994), chapter 6, doi:10.1017/CBO9780511815478.
std::optional<double> transitivity_weak_directed(const Graph& graph);

/// For each actor, the share of possible ties among its contacts that exist, in either direction if directed.
/// Contacts are those with a tie of either direction.
/// @return In [0, 1]; NaN for actors with fewer than two contacts.
std::vector<double> ego_density(const Graph& graph);

}  // namespace konbit::network
