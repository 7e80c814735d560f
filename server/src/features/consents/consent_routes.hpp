// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The texts that members of a wave agreed to.
std::span<const http::Route<App>> consent_routes();

}  // namespace konbit
