// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Totals of released waves, for those who see nothing else of them.
std::span<const http::Route<App>> totals_routes();

}  // namespace konbit
