// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Who is shown on public pages: the people themselves, and how they are asked.
std::span<const http::Route<App>> team_routes();

}  // namespace konbit
