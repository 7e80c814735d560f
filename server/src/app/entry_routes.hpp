// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Where the web client begins: `/app/…` for signed-in work, `/s` for answering.
std::span<const http::Route<App>> entry_routes();

}  // namespace konbit
