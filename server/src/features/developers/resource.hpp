// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/api_table.hpp"

#include <string_view>
#include <vector>

namespace konbit::developers {

/// The routes whose paths begin alike: "/api/organizations" and everything below it.
struct Resource {
    std::string_view name;                         ///< "organizations".
    std::vector<const http::Endpoint*> endpoints;  ///< By path, then by method; never empty.
};

/// Whether anybody may read there, signed in or not, as far as the records are public.
bool is_open(const http::RouteInfo& route);
/// Whether there is anything that anybody may read.
bool is_open(const Resource& resource);

/// Every resource of the API, by name.
/// @complexity O(routes * log routes).
std::vector<Resource> resources_of(const ApiTable& api);

}  // namespace konbit::developers
