// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/tokens/token.hpp"
#include "http/route_info.hpp"

#include <optional>

namespace konbit::tokens {

/// The scope that a token needs for a route. A route that is not in the list is reached by no token:
/// accounts, sign-in and tokens themselves, what respondents answered, and everything that is added one day.
/// @return Nothing for those.
std::optional<TokenScope> scope_of(const http::RouteInfo& route);

}  // namespace konbit::tokens
