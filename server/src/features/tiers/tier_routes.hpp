// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// How much of a listing was checked, and what is missing.
std::span<const http::Route<App>> tier_routes();

}  // namespace konbit
