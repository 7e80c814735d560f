// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"
#include "engine/random.hpp"

namespace konbit::network {

/// A network with the given numbers of actors and ties, every one of them equally likely.
///
/// @param ties  At most the number of pairs of actors, ordered if directed (asserted).
/// @complexity O(ties) expected.
/// @source Erdős & Rényi (1959), Publicationes Mathematicae 6, 290-297.
Graph random_graph(int node_count, std::int64_t ties, Direction direction, Random& random);

}  // namespace konbit::network
