// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

namespace konbit {

/// `konbit network report EDGES.csv …` and its siblings: the engine without a server, so that an analyst can
/// check any number.
///
/// @param argc, argv  Of the whole program; argv[1] is "network".
/// @return The exit code: 0, 2 with one line on `err` that names file, row and field, or 130 when it was
/// interrupted.
int run_network_command(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace konbit
