// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Asking for answers for research, and letting them go.
std::span<const http::Route<App>> research_routes();

}  // namespace konbit
