// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The clusters of the directory under /api/.
std::span<const http::Route<App>> cluster_routes();

}  // namespace konbit
