// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/role_policies.hpp"
#include "http/route_info.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace konbit {

/// One thing that can be done, as the table of routes has it.
struct Action {
    std::string method;
    std::string path;
    std::string summary;  ///< In English, as in the description of the API.

    static constexpr auto fields() {
        return std::tuple{field("method", &Action::method, Access::read_only),
                          field("path", &Action::path, Access::read_only),
                          field("summary", &Action::summary, Access::read_only)};
    }
};

/// What one policy lets through: the same people may do all of it.
struct ActionGroup {
    std::string policy;  ///< Its name in the table of routes: "facilitator of the cluster".
    std::vector<Action> actions;

    static constexpr auto fields() {
        return std::tuple{field("policy", &ActionGroup::policy, Access::read_only),
                          field("actions", &ActionGroup::actions, Access::read_only)};
    }
};

/// One role of an account, and what it opens in its place (glossary: "ability").
struct Ability {
    Role role = Role::member;
    Scope scope = Scope::platform;
    std::optional<std::string> scope_id;
    std::string scope_name;
    Instant since{};
    std::optional<Instant> ends_at;
    std::optional<std::string> given_by;  ///< Name; empty for the installation itself.
    std::optional<std::string> held_for;  ///< Name of the person whose deputy holds it.
    std::vector<std::string> waves;       ///< Of a facilitator's cluster, by title, the newest first.
    std::vector<std::string> clusters;    ///< To which a member's organization belongs.
    std::vector<std::string>
        own_firms;  ///< Member firms that the account belongs to: they close the results by name.
    std::vector<ActionGroup> opens;
    std::vector<ActionGroup> closed;  ///< What the role opens to others, and not to this account.

    static constexpr auto fields() {
        return std::tuple{
            field("role", &Ability::role, Access::read_only),
            field("scope", &Ability::scope, Access::read_only),
            field("scope_id", &Ability::scope_id, Access::read_only),
            field("scope_name", &Ability::scope_name, Access::read_only),
            field("since", &Ability::since, Access::read_only),
            field("ends_at", &Ability::ends_at, Access::read_only),
            field("given_by", &Ability::given_by, Access::read_only),
            field("held_for", &Ability::held_for, Access::read_only),
            field("waves", &Ability::waves, Access::read_only),
            field("clusters", &Ability::clusters, Access::read_only),
            field("own_firms", &Ability::own_firms, Access::read_only),
            field("opens", &Ability::opens, Access::read_only),
            field("closed", &Ability::closed, Access::read_only),
        };
    }
};

/// What an account can do, and what it cannot.
struct Abilities {
    std::string name;
    std::vector<Ability> roles;
    std::vector<ActionGroup> with_account;  ///< What every account may, whatever its roles.
    std::vector<ActionGroup> not_open;      ///< What none of the roles opens.

    static constexpr auto fields() {
        return std::tuple{field("name", &Abilities::name, Access::read_only),
                          field("roles", &Abilities::roles, Access::read_only),
                          field("with_account", &Abilities::with_account, Access::read_only),
                          field("not_open", &Abilities::not_open, Access::read_only)};
    }
};

namespace abilities {

using Table = std::vector<const http::RouteInfo*>;

/// What only a link opens, and no account.
bool is_for_links(const http::RouteInfo& route);
/// What every account may.
bool is_for_every_account(const http::RouteInfo& route);

/// Whether a role, held in a scope, is let through by the policy of a route in that place.
bool opens(const http::RouteInfo& route, Role role, Scope scope);

/// The routes that fit, by policy, in the order of the table.
std::vector<ActionGroup> groups_of(const Table& table,
                                   const std::function<bool(const http::RouteInfo&)>& fits);

/// Splits what a role opens into what this account may and what is closed to it: to a deputy what gives
/// rights away, to somebody of a member firm the results by name.
void fill(Ability& ability, const Table& table);

}  // namespace abilities
}  // namespace konbit
