// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

namespace accounts {

/// Where one is signed in, and proving oneself anew.
std::span<const http::Route<App>> session_routes();

/// How the own account is entered: password, address, codes.
std::span<const http::Route<App>> entrance_routes();

/// Mailed links for those who are not signed in.
std::span<const http::Route<App>> recovery_routes();

}  // namespace accounts

using accounts::entrance_routes;
using accounts::recovery_routes;
using accounts::session_routes;

}  // namespace konbit
