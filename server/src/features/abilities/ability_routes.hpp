// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// What an account can do, told from the table of routes itself.
std::span<const http::Route<App>> ability_routes();

}  // namespace konbit
