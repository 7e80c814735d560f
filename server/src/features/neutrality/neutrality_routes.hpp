// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Whether those who run a cluster stand apart from its members.
std::span<const http::Route<App>> neutrality_routes();

}  // namespace konbit
