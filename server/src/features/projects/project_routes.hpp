// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The register of cluster projects.
std::span<const http::Route<App>> project_routes();

}  // namespace konbit
