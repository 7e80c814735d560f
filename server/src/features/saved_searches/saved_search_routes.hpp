// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Routes of the searches that an account keeps, their feeds and the end of their mail.
std::span<const http::Route<App>> saved_search_routes();

}  // namespace konbit
