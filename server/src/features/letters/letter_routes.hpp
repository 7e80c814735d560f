// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Writing to the organizations behind stubs, and what they answer.
std::span<const http::Route<App>> letter_routes();

}  // namespace konbit
