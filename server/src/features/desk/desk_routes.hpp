// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The desk of those who keep the directory.
std::span<const http::Route<App>> desk_routes();

}  // namespace konbit
