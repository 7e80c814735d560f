// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>
#include <span>

namespace konbit::network {

/// Whether actors with many ties have them with actors with many ties: Pearson correlation of the degrees at
/// the two ends of ties, outdegree of the one who names with indegree of the named if directed.
///
/// @return In [-1, 1]; nothing without ties or when the degrees at one end are all equal.
/// @source Newman (2003), Physical Review E 67, 026126, doi:10.1103/PhysRevE.67.026126.
std::optional<double> degree_assortativity(const Graph& graph);

/// Whether ties join actors of the same group: (e - c) / (1 - c) with e the share of ties inside groups and c
/// the share that chance would put there, given how many ties begin and end in each group.
///
/// @param group_of  Group of each actor; ties of actors with a negative number do not count.
/// @return At most 1 (all inside), 0 as by chance; nothing without ties or when chance too puts all inside.
/// @complexity O(edges).
/// @source Newman (2003), as above.
std::optional<double> assortativity_nominal(const Graph& graph, std::span<const int> group_of);

}  // namespace konbit::network
