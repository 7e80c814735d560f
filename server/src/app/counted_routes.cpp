// SPDX-License-Identifier: Apache-2.0
#include "app/counted_routes.hpp"

#include <algorithm>
#include <array>

namespace konbit {

namespace {

using enum http::Counted;

constexpr auto all = std::to_array<CountedRoute>({
    {"/clusters", directory},
    {"/organizations", directory},
    {"/projects", directory},
    {"/experts", directory},
    {"/countries/{code}", directory},
    {"/sectors/{code}", directory},
    {"/search", directory},
    {"/api/clusters", directory},
    {"/api/organizations", directory},
    {"/api/projects", directory},
    {"/api/experts", directory},
    {"/clusters.csv", download},
    {"/clusters.json", download},
    {"/organizations.csv", download},
    {"/organizations.json", download},
    {"/projects.csv", download},
    {"/projects.json", download},
    {"/api/exports/organizations.csv", download},
    {"/api/exports/organizations.xlsx", download},
    {"/api/clusters/{cluster_id}/roster.csv", download},
    {"/api/clusters/{cluster_id}/roster.xlsx", download},
    {"/api/waves/{id}/links.csv", download},
    {"/api/account/data", download},
});

}  // namespace

std::span<const CountedRoute> counted_routes() { return all; }

http::Counted counted(const http::RouteInfo& route) {
    if (route.method != http::Method::get) return request;
    const auto found = std::ranges::find(all, route.path, &CountedRoute::path);
    return found == all.end() ? request : found->counted;
}

}  // namespace konbit
