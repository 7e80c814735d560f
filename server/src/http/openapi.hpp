// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/route_info.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace konbit::http {

/// The routes under /api/ as an OpenAPI 3.1 document (JSON). The same table gives the same bytes: operations
/// stand in the order of their paths, components in that of their names, one to a line.
/// @param token_scope  The scope that a machine's token needs for a route; empty text where none reaches.
/// @throws std::logic_error  When two types would share a component's name.
std::string openapi(std::span<const RouteInfo* const> routes, std::string_view title,
                    std::string_view version,
                    const std::function<std::string_view(const RouteInfo&)>& token_scope = {});

}  // namespace konbit::http
