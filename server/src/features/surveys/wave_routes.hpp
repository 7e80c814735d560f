// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The waves of a cluster, for its facilitator.
std::span<const http::Route<App>> wave_routes();

}  // namespace konbit
