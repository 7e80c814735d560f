// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <vector>

namespace konbit::network {

/// Where a network would break.
struct CutPoints {
    std::vector<int> articulation_points{};  ///< Actors without whom their component falls apart, ascending.
    std::vector<Edge> bridges{};             ///< Ties without which it falls apart, from < to, ascending.
};

/// Direction is dropped.
/// @complexity O(nodes + edges).
/// @source Hopcroft & Tarjan (1973), Communications of the ACM 16(6), 372-378, doi:10.1145/362248.362272.
CutPoints cut_points(const Graph& graph);

/// What happens to the others when one actor leaves.
struct Departure {
    int components_before = 0;  ///< Pieces of the network with the actor.
    int components_after = 0;   ///< Pieces of the network of all others.
    /// Others who lose their path to the largest piece that remains of the actor's own; ascending.
    std::vector<int> cut_off{};
};

/// "If X leaves, who is cut off?" Direction is dropped.
/// @complexity O(nodes + edges).
Departure departure_of(const Graph& graph, int node);

}  // namespace konbit::network
