// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The meetings of a cluster, who was there, and who met whom.
std::span<const http::Route<App>> meeting_routes();

}  // namespace konbit
