// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The register of agreements under /api/agreements.
std::span<const http::Route<App>> agreement_routes();

}  // namespace konbit
