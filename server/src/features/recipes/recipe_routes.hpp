// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The recipe card of a cluster.
std::span<const http::Route<App>> recipe_routes();

}  // namespace konbit
