// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// What of a survey is printed.
std::span<const http::Route<App>> paper_routes();

}  // namespace konbit
