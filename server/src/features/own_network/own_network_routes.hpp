// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// What a respondent gets back, corrects and objects to, by the same personal link.
std::span<const http::Route<App>> own_network_routes();

}  // namespace konbit
