// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Making one organization of two, and parting them again.
std::span<const http::Route<App>> merge_routes();

}  // namespace konbit
