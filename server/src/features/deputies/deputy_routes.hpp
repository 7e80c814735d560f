// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Who stands in for whom.
std::span<const http::Route<App>> deputy_routes();

}  // namespace konbit
