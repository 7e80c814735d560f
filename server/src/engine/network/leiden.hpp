// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <cstdint>
#include <vector>

namespace konbit::network {

/// One search for groups of high modularity (resolution 1) by the Leiden method; communities() keeps the best
/// of many.
///
/// @param graph  Undirected, with at least one tie (asserted).
/// @return A group label, 0 .. actors-1, for each actor. Every group is connected.
/// @source Traag, Waltman & van Eck (2019), doi:10.1038/s41598-019-41695-z.
std::vector<int> leiden_partition(const Graph& graph, std::uint64_t seed);

}  // namespace konbit::network
