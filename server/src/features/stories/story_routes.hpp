// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// What stands behind the sentences of a wave, and how it compares; for the facilitator of its cluster.
std::span<const http::Route<App>> story_routes();

}  // namespace konbit
