// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Rosters, their members and the import of member lists under /api/.
std::span<const http::Route<App>> membership_routes();

/// Chains and working groups.
std::span<const http::Route<App>> member_group_routes();

/// Saved views of rosters.
std::span<const http::Route<App>> saved_view_routes();

}  // namespace konbit
