// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The countries of the region under /api/.
std::span<const http::Route<App>> country_routes();

}  // namespace konbit
