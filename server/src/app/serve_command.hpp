// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"

namespace konbit {

/// `konbit serve`: opens the data folder, loads the demonstration where asked, and serves until SIGTERM or
/// SIGINT.
/// @return The exit code.
int serve(const Config& config);

}  // namespace konbit
