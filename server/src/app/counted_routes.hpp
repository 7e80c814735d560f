// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/gate.hpp"

#include <span>
#include <string_view>

namespace konbit {

/// A route that has a count of its own beside that of all requests.
struct CountedRoute {
    std::string_view path;
    http::Counted counted;
};

/// All of them: where somebody could carry the directory away piece by piece, and where tables are had whole.
std::span<const CountedRoute> counted_routes();

/// What a route counts as. @complexity O(counted routes), some twenty comparisons.
http::Counted counted(const http::RouteInfo& route);

}  // namespace konbit
