// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.hpp"

namespace konbit {

/// `konbit COMMAND …`: finds the command and runs it.
///
///   serve      migrates, loads reference data and serves until it is told to stop
///   migrate    brings the schema and the reference data up to date and ends
///   user add   makes an account; the first administrator is made this way
///   import network EDGES NODES   loads a network as a cluster with one answered wave
///   network …  statistics of an edge list, without any data folder
///   openapi    writes the API description
///   doctor     looks at an installation and says what is missing
///
/// @return The exit code: 0; 1 when the work failed; 2 when the call cannot be understood.
int run_command_line(int argc, char** argv);

/// One line on the standard error for an operator.
/// @return 1, for `return complain(…)`.
int complain(const Error& error);

}  // namespace konbit
