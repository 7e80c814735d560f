// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Starting a cluster, and standing behind one.
std::span<const http::Route<App>> backing_routes();

}  // namespace konbit
