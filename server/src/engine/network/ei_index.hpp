// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>
#include <span>
#include <vector>

namespace konbit::network {

/// E-I index: how far a network's ties point outside its groups rather than inside them.
///
/// With E ties between and I ties within groups, the index is (E - I) / (E + I). -1 means every tie stays
/// inside a group, +1 that every tie crosses a border. Every tie of the graph counts once: pass
/// undirected(graph) to count contacts rather than statements.
///
/// @param group_of  Group number of each actor; ties of actors with a negative number (group unknown) do not
/// count.
/// @return In [-1, 1]; nothing when no tie remains to be counted.
/// @note Compare networks only at similar group sizes: the value expected by chance depends on them.
/// @complexity O(edges).
/// @source Krackhardt & Stern (1988), Social Psychology Quarterly 51(2), 123-140, doi:10.2307/2786835.
std::optional<double> ei_index(const Graph& graph, std::span<const int> group_of);

/// The same for the contacts of each actor. Direction is dropped.
/// @return In [-1, 1]; NaN for actors without a contact to be counted.
std::vector<double> ei_node_undirected(const Graph& graph, std::span<const int> group_of);

/// Share of the possible ties within groups, and between them, that exist.
struct GroupDensity {
    std::optional<double> within;   ///< Nothing when no group has two members.
    std::optional<double> between;  ///< Nothing when there are not two groups.
};
GroupDensity group_density(const Graph& graph, std::span<const int> group_of);

}  // namespace konbit::network
