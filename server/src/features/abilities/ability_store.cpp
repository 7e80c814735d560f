// SPDX-License-Identifier: Apache-2.0
#include "features/abilities/ability_store.hpp"

#include "features/accounts/account_store.hpp"
#include "features/permission/own_firms.hpp"
#include "features/permission/scope_names.hpp"

#include <algorithm>

namespace konbit::abilities {

namespace {

std::optional<std::string> name_of_account(db::Session& session, const std::optional<AccountId>& account) {
    if (!account) return std::nullopt;
    return session.value<std::optional<std::string>>("SELECT name FROM accounts WHERE id = $1", *account);
}

/// The records that a role reaches, by the names that its holder knows.
void name_records(db::Session& session, Ability& ability, const AccountId& account) {
    const auto cluster =
        ability.scope == Scope::cluster ? ClusterId::parse(ability.scope_id.value_or("")) : std::nullopt;
    if (cluster && (ability.role == Role::facilitator || ability.role == Role::consultant))
        ability.own_firms = own_firms(session, account, *cluster);
    if (cluster && ability.role == Role::facilitator)
        ability.waves = session.query<std::string>(
            "SELECT title FROM waves WHERE cluster_id = $1 AND pilot_of IS NULL ORDER BY id DESC", *cluster);
    if (ability.scope == Scope::organization)
        ability.clusters = session.query<std::string>(
            "SELECT c.name FROM clusters c JOIN memberships m ON m.cluster_id = c.id"
            " WHERE CAST(m.organization_id AS TEXT) = $1 ORDER BY c.sort_key, c.id",
            ability.scope_id.value_or(""));
}

Ability ability_of(db::Session& session, const Grant& grant, const Table& table, std::string_view language) {
    Ability ability;
    ability.role = grant.role;
    ability.scope = grant.scope;
    ability.scope_id = grant.scope_id;
    ability.scope_name = scope_name(session, grant, language);
    ability.since = grant.created_at;
    ability.ends_at = grant.ends_at;
    ability.given_by = name_of_account(session, grant.given_by);
    ability.held_for = name_of_account(session, grant.held_for);
    name_records(session, ability, grant.account_id);
    fill(ability, table);
    return ability;
}

Abilities abilities_of(db::Session& session, const AccountId& account, const std::vector<Grant>& grants,
                       const Table& table, std::string_view language) {
    Abilities abilities;
    abilities.name = name_of_account(session, account).value_or("");
    for (const auto& grant : grants) abilities.roles.push_back(ability_of(session, grant, table, language));
    abilities.with_account = groups_of(table, is_for_every_account);
    abilities.not_open = groups_of(table, [&](const http::RouteInfo& route) {
        return !is_for_every_account(route) && !is_for_links(route) &&
               std::ranges::none_of(
                   grants, [&](const Grant& grant) { return opens(route, grant.role, grant.scope); });
    });
    return abilities;
}

}  // namespace

Abilities find_own(db::Session& session, const SignedIn& by, const Table& table, std::string_view language) {
    return abilities_of(session, by.account(), by.viewer().grants(), table, language);
}

Result<Abilities> find(db::Session& session, const RoleKeeper& by, const AccountId& account,
                       const Table& table, std::string_view language, Instant now) {
    auto grants = accounts::grants_of(session, account, now);
    const Place& place = by.place();
    if (place.scope != Scope::platform)
        std::erase_if(grants, [&](const Grant& grant) {
            return grant.scope != place.scope || grant.scope_id != place.scope_id;
        });
    if (grants.empty()) return failure(ErrorCode::not_found, "account");
    return abilities_of(session, account, grants, table, language);
}

}  // namespace konbit::abilities
