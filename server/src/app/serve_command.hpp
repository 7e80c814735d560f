// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.hpp"

namespace konbit {

/// `konbit serve`: opens the data folder, loads the demonstration where asked, and serves until SIGTERM or
/// SIGINT. SIGHUP reads renewed certificates.
/// @return The exit code.
int serve(const ServeConfig& config);

}  // namespace konbit
