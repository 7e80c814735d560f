// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Figures of a network for everybody, and how a facilitator lets them go.
std::span<const http::Route<App>> public_figures_routes();

}  // namespace konbit
