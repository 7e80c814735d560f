// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The register of breaches, with the clocks that the laws set.
std::span<const http::Route<App>> breach_routes();

}  // namespace konbit
