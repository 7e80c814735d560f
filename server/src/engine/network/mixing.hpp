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
    /// By from_group, then to_group; from_group <= to_group if undirected. None with more than
    /// most_mixing_groups groups.
    std::vector<GroupTies> cells;
    std::optional<double> odds_ratio_within;  ///< As odds_ratio_within().
};

inline constexpr std::size_t most_mixing_groups = 500;

/// How many times higher the odds of a tie are within groups than between them.
///
/// @param group_of  Group of each actor; those with a negative number are left out.
/// @return Nothing where one of the odds is undefined or those between groups are 0.
/// @complexity O(nodes + edges), with any number of groups.
std::optional<double> odds_ratio_within(const Graph& graph, std::span<const int> group_of);

/// @param group_of  Group of each actor; those with a negative number are left out.
/// @complexity O(nodes + edges + groups^2).
/// @source Morris (1991), Mathematical Biosciences 107(2), 349-377, doi:10.1016/0025-5564(91)90014-A.
MixingTable mixing_table(const Graph& graph, std::span<const int> group_of);

}  // namespace konbit::network
