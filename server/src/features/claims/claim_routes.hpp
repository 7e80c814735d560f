// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Asking to keep a record of the directory, and deciding on it.
std::span<const http::Route<App>> claim_routes();

}  // namespace konbit
