// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// What the facilitator of a wave steers by.
std::span<const http::Route<App>> cockpit_routes();

}  // namespace konbit
