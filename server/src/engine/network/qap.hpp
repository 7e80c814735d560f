// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"
#include "engine/network/permutation.hpp"

#include <optional>

namespace konbit::network {

/// How alike two networks of the same actors are: Pearson correlation of their ties over all pairs of actors.
///
/// @param one,other  Of the same actors, both directed or both undirected (asserted).
/// @return In [-1, 1]; nothing when one of them has no ties or all of them.
/// @complexity O(edges log degree).
std::optional<double> graph_correlation(const Graph& one, const Graph& other);

/// Whether two networks are more alike than chance has it: their correlation beside those of one of them with
/// the actors of the other shuffled, which keeps both structures whole (quadratic assignment procedure).
///
/// @return Nothing where graph_correlation() is undefined.
/// @note Says that the two go together, not that one makes the other.
/// @complexity O(nodes + edges of the sparser network) per shuffle, O(nodes^2) bits.
/// @source Krackhardt (1988), Social Networks 10(4), 359-381, doi:10.1016/0378-8733(88)90004-4.
std::optional<PermutationTest> qap(const Graph& one, const Graph& other, const Shuffles& shuffles = {});

}  // namespace konbit::network
