// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The network of a wave, for the facilitator of its cluster.
std::span<const http::Route<App>> network_routes();

/// Networks that were collected elsewhere, taken in as waves.
std::span<const http::Route<App>> import_wave_routes();

}  // namespace konbit
