// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The pages that explain the API, written from the table of routes, and openapi.json.
std::span<const http::Route<App>> developer_routes();

}  // namespace konbit
