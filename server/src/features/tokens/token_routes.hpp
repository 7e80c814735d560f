// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

namespace tokens {

/// Making, listing and revoking tokens of the own account; no token reaches these routes.
std::span<const http::Route<App>> token_routes();

}  // namespace tokens

using tokens::token_routes;

}  // namespace konbit
