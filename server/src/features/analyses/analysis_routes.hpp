// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

std::span<const http::Route<App>> analysis_routes();

}  // namespace konbit
