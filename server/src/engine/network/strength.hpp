// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/exchange.hpp"

#include <span>
#include <vector>

namespace konbit::network {

/// How much each actor has to do with the others: the sum of its ties' weights.
struct Strengths {
    std::vector<double> out;  ///< Of the ties that the actor reports.
    std::vector<double> in;   ///< Of the ties that others report of it; without direction the same as `out`.
};

/// @param node_count  Every end of a tie is below it (asserted).
/// @param ties        Loops do not count; of a tie that is given twice the larger weight does. Without
/// direction (a, b) repeats (b, a).
/// @return 0 for actors without ties.
/// @complexity O(node_count + ties log ties).
/// @source Barrat, Barthelemy, Pastor-Satorras & Vespignani (2004), PNAS 101(11), 3747-3752,
/// doi:10.1073/pnas.0400087101.
Strengths strengths(int node_count, std::span<const WeightedTie> ties, Direction direction);

}  // namespace konbit::network
