// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

namespace konbit::process {

/// Runs a program without a shell and waits for its end; what it says goes to our error output.
/// @param words        The program, looked for on PATH, and its arguments.
/// @param environment  Added to ours; a secret is given here, because every user can read arguments.
/// @return Its exit code, 127 when there is no such program, 128 + N when signal N ended it.
/// @throws std::system_error  When the system has no room for a process.
int run(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment = {});

}  // namespace konbit::process
