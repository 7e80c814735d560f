// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// How a facilitator hands a cluster over.
std::span<const http::Route<App>> handover_routes();

}  // namespace konbit
