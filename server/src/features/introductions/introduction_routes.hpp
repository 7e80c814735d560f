// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Whom a facilitator introduces to whom, and what became of it.
std::span<const http::Route<App>> introduction_routes();

/// How members say that they do not want to be introduced: at all, or this time.
std::span<const http::Route<App>> willingness_routes();

}  // namespace konbit
