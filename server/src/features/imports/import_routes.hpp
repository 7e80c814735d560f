// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Tables into the directory and into rosters, their reports, and the same tables out again.
std::span<const http::Route<App>> import_routes();

}  // namespace konbit
