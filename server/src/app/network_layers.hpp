// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_answer.hpp"
#include "app/network_input.hpp"

namespace konbit {

/// How several layers of ties lie upon each other: signatures, overlaps with correlations, and for each
/// member in how many layers it has a tie with a contact.
/// @param paths  One file of ties for each layer, whose name it gives.
Read<NetworkAnswer> compare_layers(const NetworkPaths& paths);

}  // namespace konbit
