// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Who is asked in a wave, and through whom.
std::span<const http::Route<App>> informant_routes();

}  // namespace konbit
