// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit::accounts {

/// Where somebody who was given an account chooses a password.
std::span<const http::Route<App>> welcome_routes();

}  // namespace konbit::accounts
