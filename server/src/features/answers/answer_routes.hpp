// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Answering by personal link.
std::span<const http::Route<App>> answer_routes();

}  // namespace konbit
