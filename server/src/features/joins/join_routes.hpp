// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Asking to belong to an organization.
std::span<const http::Route<App>> join_routes();

}  // namespace konbit
