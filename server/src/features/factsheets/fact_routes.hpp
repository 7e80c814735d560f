// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The factsheets of countries under /api/facts.
std::span<const http::Route<App>> fact_routes();

}  // namespace konbit
