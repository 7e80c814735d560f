// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.hpp"

#include <string>

namespace konbit {

/// `konbit erasures apply`: erases anew what a restored backup brought back, and says how much.
/// @param journal  A journal kept elsewhere; empty for that of the installation only.
/// @return The exit code.
int apply_erasures(const Config& config, const std::string& journal);

}  // namespace konbit
