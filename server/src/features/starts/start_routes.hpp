// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Starting a cluster without an account.
std::span<const http::Route<App>> start_routes();

}  // namespace konbit
