// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// What a wave asks, for the facilitator who decides it.
std::span<const http::Route<App>> design_routes();

}  // namespace konbit
