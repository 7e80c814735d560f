// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Saved views of a wave's map.
std::span<const http::Route<App>> map_view_routes();

}  // namespace konbit
