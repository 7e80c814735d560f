// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"
#include "engine/network/permutation.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace konbit::network {

/// Which densities groups may have of their own.
enum class DensityModel {
    constant_homophily,  ///< One inside all groups, another between them.
    variable_homophily,  ///< One inside each group, another between them.
    structural_blocks,   ///< One from each group to each.
};

constexpr std::array<std::string_view, 3> names(DensityModel) {
    return {"constant_homophily", "variable_homophily", "structural_blocks"};
}

/// How much of the variation of ties the densities of groups describe (R squared, in [0, 1]), beside what
/// groups of the same sizes with other members describe. Called ANOVA density models in UCINET.
///
/// @param group_of  Group of each actor; negative labels (unknown) stay with their actors, whose ties are
/// left out.
/// @return Nothing with fewer than two groups, without ties, when every pair has one, or with more than
/// most_mixing_groups groups. A small p_ge says that groups matter.
/// @complexity O(shuffles * (edges + groups^2)).
/// @source Borgatti, Everett & Johnson (2018), Analyzing Social Networks, 2nd ed., chapter 8; Hubert &
/// Schultz (1976),
///         British Journal of Mathematical and Statistical Psychology 29(2), 190-241,
///         doi:10.1111/j.2044-8317.1976.tb00714.x (permutation of labels).
std::optional<PermutationTest> density_model_test(const Graph& graph, std::span<const int> group_of,
                                                  DensityModel model, const Shuffles& shuffles = {});

}  // namespace konbit::network
