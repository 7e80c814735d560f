// SPDX-License-Identifier: Apache-2.0
#include "features/roles/held_role_store.hpp"

#include "db/columns.hpp"
#include "features/accounts/account_store.hpp"
#include "features/audit/scene.hpp"
#include "features/deputies/deputy_store.hpp"
#include "features/permission/handing_on.hpp"
#include "features/permission/scope_names.hpp"
#include "features/roles/role_offer_store.hpp"

#include <algorithm>

namespace konbit::roles {

namespace {

Grant wanted_of(const RoleKeeper& by, Role role) {
    Grant grant;
    grant.role = role;
    grant.scope = by.place().scope;
    if (grant.scope != Scope::platform) grant.scope_id = by.place().scope_id;
    return grant;
}

std::vector<Role> roles_to_give(db::Session& session, const RoleKeeper& by) {
    std::vector<Role> roles;
    for (const auto name : names(Role{})) {
        const Role role = from_name<Role>(name).value();
        if (may_give(session, by.viewer().grants(), wanted_of(by, role))) roles.push_back(role);
    }
    return roles;
}

std::vector<HeldRole> list_held(db::Session& session, const RoleKeeper& by, const std::vector<Role>& giveable,
                                Instant now) {
    auto held = session.query<HeldRole>(
        "SELECT g.id, g.role, g.account_id, a.name, a.email, g.created_at, g.ends_at, b.name, FALSE"
        " FROM grants g JOIN accounts a ON a.id = g.account_id AND a.status = 'active'"
        " LEFT JOIN accounts b ON b.id = g.given_by"
        " WHERE g.scope = $1 AND COALESCE(g.scope_id, '') = $2 AND (g.ends_at IS NULL OR g.ends_at > $3)"
        " ORDER BY g.role, a.name, g.id",
        by.place().scope, by.place().scope_id, now);
    const bool is_administrator =
        holds_for_oneself(by.viewer().grants(), Role::administrator, Scope::platform, {});
    for (auto& each : held)
        each.may_end = is_administrator || each.account_id == by.account() ||
                       std::ranges::find(giveable, each.role) != giveable.end();
    return held;
}

std::vector<HeldDeputy> list_deputies(db::Session& session, const Place& place, Instant now) {
    return session.query<HeldDeputy>(
        "SELECT d.id, d.role, a.name, f.name, d.begins_at, d.ends_at FROM deputies d"
        " JOIN accounts a ON a.id = d.deputy_id JOIN accounts f ON f.id = d.account_id"
        " WHERE d.scope = $1 AND d.scope_id = $2 AND d.ends_at > $3 ORDER BY d.begins_at, d.id",
        place.scope, place.scope_id, now);
}

std::vector<FormerRole> list_former(db::Session& session, const Place& place) {
    return session.query<FormerRole>(
        "SELECT e.id, e.role, a.name, e.created_at, e.ended_at, e.cause, b.name FROM ended_grants e"
        " JOIN accounts a ON a.id = e.account_id LEFT JOIN accounts b ON b.id = e.ended_by"
        " WHERE e.scope = $1 AND COALESCE(e.scope_id, '') = $2 ORDER BY e.ended_at DESC, e.id LIMIT 100",
        place.scope, place.scope_id);
}

/// Others that hold the same role and can sign in.
std::int64_t count_others(db::Session& session, const Grant& grant) {
    return session.value<std::int64_t>(
        "SELECT count(*) FROM grants g JOIN accounts a ON a.id = g.account_id AND a.status = 'active'"
        " WHERE g.role = $1 AND g.scope = $2 AND COALESCE(g.scope_id, '') = $3 AND g.id <> $4",
        grant.role, grant.scope, grant.scope_id.value_or(""), grant.id);
}

Result<void> check_not_last(db::Session& session, const GrantKeeper& by) {
    const Grant& grant = by.grant();
    if (grant.role == Role::administrator && count_others(session, grant) == 0)
        return failure(ErrorCode::conflict, "last_administrator");
    if (grant.role != Role::facilitator || grant.scope != Scope::cluster) return {};
    const auto own = session.query<Grant>(
        "SELECT " + db::columns<Grant>() + " FROM grants WHERE account_id = $1 AND role = 'administrator'",
        by.account());
    const bool is_shut_out = !own.empty() && !by.is_holder();
    if (!is_shut_out && count_others(session, grant) == 0)
        return failure(ErrorCode::conflict, "last_facilitator");
    return {};
}

/// Without people of its own an organization is anybody's to claim.
void release_organization(db::Session& session, const Grant& grant) {
    if (grant.role != Role::member || grant.scope != Scope::organization) return;
    if (count_others(session, grant) > 0) return;
    session.change(
        "UPDATE organizations SET claim = 'unclaimed', version = version + 1"
        " WHERE CAST(id AS TEXT) = $1 AND claim = 'claimed'",
        grant.scope_id.value_or(""));
}

void move_to_former(db::Session& session, const Grant& grant, EndCause cause,
                    const std::optional<AccountId>& by, Instant at) {
    session.change(
        "INSERT INTO ended_grants (id, account_id, role, scope, scope_id, created_at, given_by, ended_at,"
        " ended_by, cause) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        grant.id, grant.account_id, grant.role, grant.scope, grant.scope_id, grant.created_at, grant.given_by,
        at, by, cause);
    session.change("DELETE FROM grants WHERE id = $1", grant.id);
    audit::note_grant(session, grant, false, at);
    // Who stood in for it has nothing left to stand in for, also when the role is given anew.
    deputies::end_those_of(session, grant, at);
}

}  // namespace

RolesPage find_page(db::Session& session, const RoleKeeper& by, std::string_view language, Instant now) {
    const Place& place = by.place();
    RolesPage page;
    page.scope = place.scope;
    page.scope_id = place.scope_id;
    page.scope_name = scope_name(session, wanted_of(by, Role::member), language);
    page.may_give = roles_to_give(session, by);
    page.held = list_held(session, by, page.may_give, now);
    page.deputies = list_deputies(session, place, now);
    page.offers = list_offers(session, by);
    page.former = list_former(session, place);
    page.is_without_facilitator = place.scope == Scope::cluster && !has_facilitator(session, place.scope_id);
    return page;
}

Result<void> end(db::Session& session, const GrantKeeper& by, Instant now) {
    KONBIT_CHECK(check_not_last(session, by));
    const EndCause cause = by.is_holder() ? EndCause::laid_down : EndCause::taken_away;
    move_to_former(session, by.grant(), cause, by.account(), now);
    release_organization(session, by.grant());
    return {};
}

void end_by_handing_over(db::Session& session, const Grant& grant, const AccountId& to, Instant now) {
    move_to_former(session, grant, EndCause::handed_over, to, now);
}

Result<Grant> prolong(db::Session& session, const GrantKeeper& by, Date until, Instant now) {
    if (by.is_holder()) return failure(ErrorCode::forbidden, "own_role");
    Findings findings;
    findings.require(may_end_by_itself(by.grant().role), "/until", "not_allowed");
    findings.require(until > utc_date(now), "/until", "in_past");
    findings.require(until.days <= utc_date(now).days + longest_consultancy_days, "/until", "too_long_a_time",
                     {{"days", std::to_string(longest_consultancy_days)}});
    KONBIT_TRY(Grant grant, std::move(findings).or_value(by.grant()));
    grant.ends_at = end_of(until);
    session.change("UPDATE grants SET ends_at = $2 WHERE id = $1", grant.id, grant.ends_at);
    audit::note_prolonged(session, by.grant(), grant, now);
    return grant;
}

std::int64_t retire_expired(db::Session& session, Instant now) {
    const auto ended = session.query<Grant>(
        "SELECT " + db::columns<Grant>() + " FROM grants WHERE ends_at <= $1 ORDER BY id", now);
    for (const auto& grant : ended) move_to_former(session, grant, EndCause::expired, {}, *grant.ends_at);
    return static_cast<std::int64_t>(ended.size());
}

}  // namespace konbit::roles
