// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>
#include <vector>

namespace konbit::network {

/// Being connected to well-connected actors: the leading eigenvector of the symmetric tie matrix.
struct EigenvectorCentrality {
    std::vector<double> value;  ///< In [0, 1], the highest is 1; 0 outside the leading component.
    double eigenvalue = 0;      ///< Of the leading component; between mean and largest degree.
};

/// Direction is dropped. Each component is solved by itself; the one with the largest eigenvalue leads, the
/// others get 0.
///
/// @return Nothing when there are no ties, or when the iteration does not settle (very long chains): a value
/// that has
///         not converged would be wrong without showing it.
/// @complexity O(edges * iterations).
/// @source Bonacich (1972), Journal of Mathematical Sociology 2(1), 113-120,
/// doi:10.1080/0022250X.1972.9989806.
std::optional<EigenvectorCentrality> eigenvector_undirected_maxnorm(const Graph& graph);

}  // namespace konbit::network
