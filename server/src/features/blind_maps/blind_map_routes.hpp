// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Pictures of a network without names, for funders.
std::span<const http::Route<App>> blind_map_routes();

}  // namespace konbit
