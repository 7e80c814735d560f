// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// What became of the records of the directory, and taking a change back.
std::span<const http::Route<App>> history_routes();

}  // namespace konbit
