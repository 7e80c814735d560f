// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_answer.hpp"
#include "app/network_input.hpp"

namespace konbit {

/// Betweenness of every member from the paths of some, with the standard error of each value.
/// @param pivots    From how many members; all of them makes it exact.
/// @param shuffles  Seed, threads and watch count.
Read<NetworkAnswer> sample_betweenness(const NetworkPaths& paths, int pivots,
                                       const network::Shuffles& shuffles);

}  // namespace konbit
