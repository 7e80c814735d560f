// SPDX-License-Identifier: Apache-2.0
#include "features/developers/resource.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace konbit::developers {

namespace {

/// The first word behind /api/.
std::string_view resource_of(std::string_view path) {
    path.remove_prefix(std::string_view("/api/").size());
    return path.substr(0, path.find('/'));
}

bool comes_first(const http::Endpoint* a, const http::Endpoint* b) {
    return std::tie(a->info->path, a->info->method) < std::tie(b->info->path, b->info->method);
}

}  // namespace

bool is_open(const http::RouteInfo& route) {
    return route.method == http::Method::get &&
           std::ranges::find(route.roles, "anonymous") != route.roles.end();
}

bool is_open(const Resource& resource) {
    return std::ranges::any_of(resource.endpoints, [](const auto* each) { return is_open(*each->info); });
}

std::vector<Resource> resources_of(const ApiTable& api) {
    std::map<std::string_view, Resource> by_name;
    for (const auto& endpoint : api.endpoints) {
        if (!endpoint.info->is_api()) continue;
        const auto name = resource_of(endpoint.info->path);
        Resource& resource = by_name[name];
        resource.name = name;
        resource.endpoints.push_back(&endpoint);
    }
    std::vector<Resource> all;
    for (auto& [name, resource] : by_name) {
        std::ranges::sort(resource.endpoints, comes_first);
        all.push_back(std::move(resource));
    }
    return all;
}

}  // namespace konbit::developers
