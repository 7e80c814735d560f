// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The public holidays of a country, for those who suspend it.
std::span<const http::Route<App>> holiday_routes();

}  // namespace konbit
