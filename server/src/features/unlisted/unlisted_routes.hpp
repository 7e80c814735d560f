// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Organizations that respondents name and the roster lacks: adding them, and saying who they are.
std::span<const http::Route<App>> unlisted_routes();

}  // namespace konbit
