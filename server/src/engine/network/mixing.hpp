// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>
#include <span>
#include <vector>

namespace konbit::network {

/// The ties from one group to another, beside all that could be.
struct GroupTies {
    int from_group = 0, to_group = 0;
    std::int64_t ties = 0;
    std::int64_t possible = 0;

    /// Ties as a share of the possible ones; nothing when none is possible.
    std::optional<double> density() const;
    /// Ties for each pair without one; nothing when every pair has one, or none is possible.
    std::optional<double> odds() const;
};

/// Who has ties with whom, group by group.
struct MixingTable {
    std::vector<GroupTies> cells;  ///< By from_group, then to_group; from_group <= to_group if undirected.
    /// How many times higher the odds of a tie are within groups than between them; nothing where one of the
    /// odds is undefined or those between groups are 0.
    std::optional<double> odds_ratio_within;
};

/// @param group_of  Group of each actor; those with a negative number are left out.
/// @complexity O(nodes + edges + groups^2).
/// @source Morris (1991), Mathematical Biosciences 107(2), 349-377, doi:10.1016/0025-5564(91)90014-A.
MixingTable mixing_table(const Graph& graph, std::span<const int> group_of);

}  // namespace konbit::network
