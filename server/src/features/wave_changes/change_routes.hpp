// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// What changed between two waves.
std::span<const http::Route<App>> wave_change_routes();

}  // namespace konbit
