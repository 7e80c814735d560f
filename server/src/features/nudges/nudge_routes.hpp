// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Where the link of a nudge leads: a page with a button, because following a link must change nothing.
std::span<const http::Route<App>> nudge_routes();

}  // namespace konbit
