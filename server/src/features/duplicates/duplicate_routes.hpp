// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Records of the directory that may be one, for those who keep it.
std::span<const http::Route<App>> duplicate_routes();

}  // namespace konbit
