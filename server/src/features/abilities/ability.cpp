// SPDX-License-Identifier: Apache-2.0
#include "features/abilities/ability.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace konbit::abilities {

namespace {

bool admits(const http::RouteInfo& route, std::string_view role) {
    return std::ranges::find(route.roles, role) != route.roles.end();
}

/// A support officer speaks for an organization, or keeps a country: these ask for the organization.
constexpr auto of_organizations = std::to_array<std::string_view>({
    "speaks for the organization",
    "keeper of the person",
    "facilitator of the cluster, or the member itself",
    "the member itself",
    "keeper of the roles there",
});

/// These give rights away, which nobody does for somebody else.
constexpr auto not_for_deputies = std::to_array<std::string_view>({
    "facilitator of the cluster, no deputy",
    "keeper of the roles there",
    "deputy, or whose deputy it is",
});

/// Both kinds of officer are asked.
constexpr auto of_both = std::to_array<std::string_view>({"deputy, or whose deputy it is"});

bool is_among(std::string_view policy, auto& names) {
    return std::ranges::find(names, policy) != names.end();
}

/// Where a role counts: the others have one kind of place.
bool counts_in(std::string_view policy, Role role, Scope scope) {
    switch (role) {
        case Role::member:
            return scope == Scope::organization;
        case Role::bso_officer:
            return is_among(policy, of_both) ||
                   (scope == Scope::organization) == is_among(policy, of_organizations);
        default:
            return true;
    }
}

bool is_closed(const Ability& ability, const ActionGroup& group) {
    if (ability.held_for && is_among(group.policy, not_for_deputies)) return true;
    return !ability.own_firms.empty() &&
           (group.policy == "analyst of the cluster's network" ||
            (ability.role == Role::consultant && group.policy == "reader of the cluster's totals"));
}

}  // namespace

bool is_for_links(const http::RouteInfo& route) {
    const auto is_role = [](std::string_view name) { return from_name<Role>(name).has_value(); };
    return std::ranges::none_of(route.roles, is_role);
}

bool is_for_every_account(const http::RouteInfo& route) {
    return std::ranges::all_of(names(Role{}), [&](std::string_view role) { return admits(route, role); });
}

bool opens(const http::RouteInfo& route, Role role, Scope scope) {
    return !is_for_every_account(route) && admits(route, name_of(role)) &&
           counts_in(route.policy, role, scope);
}

std::vector<ActionGroup> groups_of(const Table& table,
                                   const std::function<bool(const http::RouteInfo&)>& fits) {
    std::vector<ActionGroup> groups;
    for (const auto* route : table) {
        if (!fits(*route)) continue;
        auto group = std::ranges::find(groups, route->policy, &ActionGroup::policy);
        if (group == groups.end())
            group = groups.insert(groups.end(), ActionGroup{std::string(route->policy), {}});
        group->actions.push_back(
            {std::string(name_of(route->method)), std::string(route->path), std::string(route->summary)});
    }
    return groups;
}

void fill(Ability& ability, const Table& table) {
    const auto all = groups_of(
        table, [&](const http::RouteInfo& route) { return opens(route, ability.role, ability.scope); });
    for (const auto& group : all)
        (is_closed(ability, group) ? ability.closed : ability.opens).push_back(group);
}

}  // namespace konbit::abilities
