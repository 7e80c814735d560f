// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Who will see what of a wave, for those who are asked and for the facilitator who asks.
std::span<const http::Route<App>> who_sees_routes();

}  // namespace konbit
