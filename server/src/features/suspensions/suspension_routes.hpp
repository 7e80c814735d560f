// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Countries in which nobody is asked for anything for a while.
std::span<const http::Route<App>> suspension_routes();

}  // namespace konbit
