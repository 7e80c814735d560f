// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>
#include <vector>

namespace konbit::network {

/// Which way paths are followed: from an actor to the others, or from the others to the actor.
enum class Toward { others, self };

/// How far away the others are, for each actor. Actors without a path take no part.
struct DistanceSums {
    std::vector<double> reached;     ///< How many others have a path.
    std::vector<double> steps;       ///< Sum of their distances.
    std::vector<double> reciprocal;  ///< Sum of 1/distance.
    std::vector<double> near;        ///< How many are within two steps.
    int longest = 0;                 ///< Of all distances.

    int node_count() const { return static_cast<int>(reached.size()); }
    /// Mean distance of the pairs with a path; nothing when there is none.
    std::optional<double> mean() const;
};

/// @complexity O(nodes * edges).
DistanceSums distance_sums(const Graph& graph, Toward toward);

/// Closeness among those who can be reached: reached / steps.
/// @return In (0, 1]; NaN for actors without a path.
/// @note Reaching one neighbor and nobody else gives 1, the highest value there is. Harmonic closeness
/// (path_statistics()) does not have this trap.
std::vector<double> closeness_reachable_only(const DistanceSums& sums);

/// The same, times the share of others who can be reached (Wasserman & Faust).
/// @return In [0, 1]; 0 for actors without a path, NaN for fewer than two actors.
/// @source Wasserman & Faust (1994), page 201, doi:10.1017/CBO9780511815478.
std::vector<double> closeness_improved(const DistanceSums& sums);

/// Freeman's closeness, (n-1) / steps, which knows no unreachable others.
/// @return In [0, 1]; 0 for actors who do not reach everybody.
/// @source Freeman (1979), Social Networks 1(3), 215-239, doi:10.1016/0378-8733(78)90021-7.
std::vector<double> closeness_freeman(const DistanceSums& sums);

/// Mean of 1/distance to all others, unreachable ones counting 0 (Gil & Schmidt).
/// @return In [0, 1]; NaN for fewer than two actors.
/// @source Gil & Schmidt (1996), Proceedings of the International Sunbelt Social Network Conference, 216-221.
std::vector<double> closeness_harmonic(const DistanceSums& sums);

/// Share of the others within two steps.
/// @return In [0, 1]; NaN for fewer than two actors.
std::vector<double> reach_2(const DistanceSums& sums);

}  // namespace konbit::network
