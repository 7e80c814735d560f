// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Saying what is wrong on a public page, and deciding on it.
std::span<const http::Route<App>> correction_routes();

}  // namespace konbit
