// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The organizations outside the cluster about which a wave asks.
std::span<const http::Route<App>> external_routes();

}  // namespace konbit
