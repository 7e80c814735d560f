// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit::accounts {

/// Signing in and out, and who one is.
std::span<const http::Route<App>> account_routes();

}  // namespace konbit::accounts
