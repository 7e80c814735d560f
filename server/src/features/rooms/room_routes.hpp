// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Answering together at a meeting: the facilitator's desk, the count on the wall, and the phone that goes
/// from hand to hand.
std::span<const http::Route<App>> room_routes();

}  // namespace konbit
