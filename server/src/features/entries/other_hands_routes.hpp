// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Entering answers for members: from paper forms and interviews.
std::span<const http::Route<App>> other_hands_routes();

}  // namespace konbit
