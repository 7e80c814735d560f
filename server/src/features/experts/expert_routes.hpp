// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The register of experts under /api/experts.
std::span<const http::Route<App>> expert_routes();

}  // namespace konbit
