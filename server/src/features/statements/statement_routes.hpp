// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// What members give and get, under /api/.
std::span<const http::Route<App>> statement_routes();

/// The sealed flag of members that compete with others.
std::span<const http::Route<App>> competition_routes();

}  // namespace konbit
