// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.hpp"

namespace konbit {

/// `konbit COMMAND …`: finds the command and runs it.
///
///   serve      migrates, loads reference data and serves until it is told to stop
///   migrate    brings the schema and the reference data up to date and ends
///   user add   makes an account; the first administrator is made this way
///   keys …     the keys of the installation: list, rotate, retire, lost
///   erasures apply   erases anew what a restored backup brought back
///   import network EDGES NODES   loads a network as a cluster with one answered wave
///   audit verify   follows the chain of the audit log, audit head prints its heads
///   network …  statistics of an edge list, without any data folder
///   openapi    writes the API description
///   check      looks at an installation and says what to mend
///   backup     copies database, files and keys while the server runs
///   restore    fills an empty folder from a backup, or verifies that one could
///
/// @return The exit code: 0; 1 when the work failed; 2 when the call cannot be understood.
int run_command_line(int argc, char** argv);

/// One line on the standard error for an operator.
/// @return 1, for `return complain(…)`.
int complain(const Error& error);

}  // namespace konbit
