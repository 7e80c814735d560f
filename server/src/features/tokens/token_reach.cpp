// SPDX-License-Identifier: Apache-2.0
#include "features/tokens/token_reach.hpp"

#include <algorithm>
#include <array>

namespace konbit::tokens {

namespace {

using enum http::Method;
using enum TokenScope;

struct Reach {
    TokenScope scope;
    http::Method method;
    std::string_view path;
};

/// Held by tests/api/tokens.test.ts against a list of its own. Whatever reads or writes an answer, a network,
/// a person's contact or a way into an account does not belong here.
constexpr auto reach = std::to_array<Reach>({
    {read_directory, get, "/api/reference/{list}"},
    {read_directory, get, "/api/countries"},
    {read_directory, get, "/api/countries/{code}"},
    {read_directory, get, "/api/countries/{code}/tier-rules"},
    {read_directory, get, "/api/organizations"},
    {read_directory, get, "/api/organizations/facets"},
    {read_directory, get, "/api/organizations/{id}"},
    {read_directory, get, "/api/organizations/{id}/attachments"},
    {read_directory, get, "/api/organizations/{id}/tier"},
    {read_directory, get, "/api/clusters"},
    {read_directory, get, "/api/clusters/facets"},
    {read_directory, get, "/api/clusters/{cluster_id}"},
    {read_directory, get, "/api/clusters/{cluster_id}/profiles"},
    {read_directory, get, "/api/clusters/{cluster_id}/attachments"},
    {read_directory, get, "/api/clusters/{cluster_id}/tier"},
    {read_directory, get, "/api/map"},
    {read_directory, get, "/api/projects"},
    {read_directory, get, "/api/projects/{id}"},
    {read_directory, get, "/api/facts"},
    {read_clusters, get, "/api/clusters/{cluster_id}/members"},
    {read_clusters, get, "/api/clusters/{cluster_id}/roster.csv"},
    {read_clusters, get, "/api/clusters/{cluster_id}/roster.xlsx"},
    {read_clusters, get, "/api/clusters/{cluster_id}/groups"},
    {read_clusters, get, "/api/clusters/{cluster_id}/stages"},
    {read_clusters, get, "/api/clusters/{cluster_id}/meetings"},
    {write_organizations, post, "/api/organizations"},
    {write_organizations, patch, "/api/organizations/{id}"},
    {write_organizations, post, "/api/organizations/{id}/confirm"},
    {import_tables, get, "/api/imports"},
    {import_tables, post, "/api/imports"},
    {import_tables, post, "/api/clusters/{cluster_id}/imports"},
    {import_tables, get, "/api/imports/{id}"},
    {import_tables, patch, "/api/imports/{id}"},
    {import_tables, get, "/api/imports/{id}/rows"},
    {import_tables, put, "/api/imports/{id}/rows/{number}"},
    {import_tables, get, "/api/imports/{id}/report.csv"},
    {import_tables, get, "/api/imports/{id}/report.xlsx"},
    {import_tables, post, "/api/imports/{id}/start"},
    {import_tables, post, "/api/imports/{id}/cancel"},
});

}  // namespace

std::optional<TokenScope> scope_of(const http::RouteInfo& route) {
    const auto found = std::ranges::find_if(
        reach, [&](const Reach& each) { return each.method == route.method && each.path == route.path; });
    return found == reach.end() ? std::nullopt : std::optional(found->scope);
}

}  // namespace konbit::tokens
