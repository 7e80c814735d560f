// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Reference lists under /api/.
std::span<const http::Route<App>> reference_routes();

}  // namespace konbit
