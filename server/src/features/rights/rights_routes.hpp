// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Consent taken back, answers withdrawn, objections to being listed: by personal link and by the member.
std::span<const http::Route<App>> rights_routes();

}  // namespace konbit
