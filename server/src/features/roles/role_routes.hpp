// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Who holds which role where; offering, taking and ending roles.
std::span<const http::Route<App>> role_routes();

}  // namespace konbit
