// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// A wave told on paper, for the board and for the evaluator.
std::span<const http::Route<App>> report_routes();

}  // namespace konbit
