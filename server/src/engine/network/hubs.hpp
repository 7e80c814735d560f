// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>
#include <vector>

namespace konbit::network {

/// Who names those whom many name (hubs), and whom they name (authorities).
struct HubsAndAuthorities {
    std::vector<double> hub;        ///< In [0, 1], the highest is 1.
    std::vector<double> authority;  ///< In [0, 1], the highest is 1.
};

/// @return Nothing without ties, or when the iteration does not settle: two parts of the network that lead
/// alike.
/// @complexity O(edges * iterations).
/// @source Kleinberg (1999), Journal of the ACM 46(5), 604-632, doi:10.1145/324133.324140.
std::optional<HubsAndAuthorities> hubs_and_authorities(const Graph& graph);

}  // namespace konbit::network
