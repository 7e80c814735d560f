// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <string>

namespace konbit {

/// One line that names file, row and column of what keeps a pair of files from being read as a network.
/// @param error  Of network::read_network(): its reason is "edges" or "nodes", or a path that cannot be read.
/// @param edges, nodes  Paths; `nodes` may be empty.
std::string problem_of_network(const Error& error, const std::string& edges, const std::string& nodes);

}  // namespace konbit
