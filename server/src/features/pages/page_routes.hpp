// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The public pages that the server writes, and the data of their map.
std::span<const http::Route<App>> page_routes();

}  // namespace konbit
