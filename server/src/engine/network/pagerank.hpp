// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <vector>

namespace konbit::network {

/// How often one meets an actor when following ties at random and starting anew, anywhere, in one of
/// 1/(1-damping) steps: being named counts more when it comes from actors that are named themselves.
///
/// @param damping  In [0, 1): the chance to follow a tie. Actors that name nobody lead everywhere alike.
/// @return Shares that sum to 1; empty without actors.
/// @complexity O(edges * log(accuracy) / log(damping)); accurate to about 1e-14.
/// @source Brin & Page (1998), Computer Networks and ISDN Systems 30, 107-117,
/// doi:10.1016/S0169-7552(98)00110-X.
std::vector<double> pagerank(const Graph& graph, double damping = 0.85);

}  // namespace konbit::network
