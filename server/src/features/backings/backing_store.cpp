// SPDX-License-Identifier: Apache-2.0
#include "features/backings/backing_store.hpp"

#include "core/text.hpp"
#include "db/columns.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/permission/conditions.hpp"
#include "features/profiles/profile_rules.hpp"

#include <algorithm>

namespace konbit::backings {

namespace {

Result<void> check_supporter(db::Session& session, const OrganizationId& id, const SignedIn& by) {
    const auto found = organizations::find(session, by.viewer(), id);
    if (!found) return failure(ErrorCode::invalid, "invalid", {{"/organization_id", "unknown_code", {}}});
    if (!is_supporter(found->kind))
        return failure(ErrorCode::invalid, "invalid", {{"/organization_id", "not_a_supporter", {}}});
    return {};
}

/// Who holds what at moment $2, deputies beside those for whom they stand in.
constexpr std::string_view held = R"(
    (SELECT account_id, role, scope, scope_id, NULL AS held_for FROM grants
     WHERE ends_at IS NULL OR ends_at > $2
     UNION ALL
     SELECT d.deputy_id, g.role, g.scope, g.scope_id, d.account_id FROM deputies d
     JOIN grants g ON g.account_id = d.account_id AND g.role = d.role AND g.scope = d.scope
         AND g.scope_id = d.scope_id AND (g.ends_at IS NULL OR g.ends_at > $2)
     JOIN accounts p ON p.id = d.account_id AND p.status = 'active'
     WHERE d.begins_at <= $2 AND d.ends_at > $2))";

/// Active accounts whose role fits the condition; neither who asked nor who asked through them.
std::vector<Addressee> accounts_with(db::Session& session, const Backing& backing,
                                     const std::string& condition, const std::string& scope_id) {
    return session.query<Addressee>(
        "SELECT DISTINCT a.email, a.name, a.language FROM accounts a JOIN " + std::string(held) +
            " g ON g.account_id = a.id WHERE a.status = 'active' AND g.scope_id = $1 AND a.id <> $3"
            " AND (g.held_for IS NULL OR g.held_for <> $3) AND " +
            condition + " ORDER BY a.email",
        scope_id, backing.created_at, backing.requested_by.value_or(AccountId{}));
}

/// The condition under which the viewer decides about `backings b` of `clusters c`.
std::string decided_by(const Viewer& viewer) {
    if (viewer.holds(Role::administrator) || viewer.holds(Role::regional_editor)) return "TRUE";
    return conditions::either({
        conditions::is_among("b.organization_id", viewer.scope_ids(Scope::organization, {Role::member})),
        conditions::is_among("c.country_code",
                             viewer.scope_ids(Scope::country, {Role::national, Role::bso_officer})),
    });
}

/// Those for whom the viewer stands in, in whatever role.
std::vector<std::string> principals_of(const Viewer& viewer) {
    std::vector<std::string> ids;
    for (const auto& grant : viewer.grants())
        if (grant.held_for) ids.push_back(grant.held_for->str());
    return ids;
}

/// What waits for the viewer, account $1: nobody decides about what they asked for, themselves or through
/// their deputy.
std::string open_to(const Viewer& viewer) {
    return "b.state = 'awaited' AND (b.requested_by IS NULL OR (b.requested_by <> $1 AND NOT " +
           conditions::is_among("b.requested_by", principals_of(viewer)) + ")) AND " + decided_by(viewer);
}

std::optional<Backing> found(db::Session& session, std::string_view column, std::string_view id) {
    return session.one<Backing>(
        "SELECT " + db::columns<Backing>() + " FROM backings WHERE " + std::string(column) + " = $1", id);
}

}  // namespace

bool is_supporter(OrganizationKind kind) { return std::ranges::find(supporters, kind) != supporters.end(); }

Result<Backing> request(db::Session& session, const ClusterId& cluster,
                        const std::optional<OrganizationId>& organization, const SignedIn& by, Instant now) {
    if (organization) KONBIT_CHECK(check_supporter(session, *organization, by));
    Backing backing;
    backing.id = new_id<BackingId>();
    backing.cluster_id = cluster;
    backing.organization_id = organization;
    backing.requested_by = by.account();
    backing.created_at = now;
    db::insert(session, "backings", backing);
    return backing;
}

bool is_missing(db::Session& session, const ClusterId& cluster) {
    return session.value<std::int64_t>(
               "SELECT count(*) FROM backings WHERE cluster_id = $1 AND state <> 'confirmed'", cluster) > 0;
}

std::optional<Backing> find(db::Session& session, const ClusterEditor& by) {
    return found(session, "cluster_id", by.cluster().view());
}

bool has_asked(const Viewer& viewer, const Backing& backing) {
    if (!backing.requested_by) return false;
    return backing.requested_by == viewer.account() ||
           std::ranges::any_of(viewer.grants(),
                               [&](const Grant& grant) { return grant.held_for == backing.requested_by; });
}

std::optional<Backing> find_asked(db::Session& session, const Viewer& viewer, const BackingId& id) {
    return session.one<Backing>(
        "SELECT " + db::columns<Backing>("b") +
            " FROM backings b JOIN clusters c ON c.id = b.cluster_id WHERE b.id = $1 AND " +
            decided_by(viewer),
        id);
}

std::vector<ListedBacking> list_open(db::Session& session, const SignedIn& by) {
    return session.query<ListedBacking>(
        "SELECT " + db::columns<Backing>("b") +
            ", c.name, c.country_code, c.sector, c.description, o.name, a.name FROM backings b"
            " JOIN clusters c ON c.id = b.cluster_id LEFT JOIN organizations o ON o.id = b.organization_id"
            " LEFT JOIN accounts a ON a.id = b.requested_by"
            " WHERE " +
            open_to(by.viewer()) + " ORDER BY b.created_at, b.id",
        by.account());
}

std::int64_t count_open(db::Session& session, const DirectoryEditor& by) {
    if (!by.viewer().account()) return 0;
    return session.value<std::int64_t>(
        "SELECT count(*) FROM backings b JOIN clusters c ON c.id = b.cluster_id WHERE " +
            open_to(by.viewer()),
        *by.viewer().account());
}

Result<Backing> decide(db::Session& session, const BackingJudge& by, const BackingDecision& decision,
                       Instant now) {
    auto backing = found(session, "id", by.backing().view());
    if (!backing) return failure(ErrorCode::not_found, "backing");
    if (backing->state != BackingState::awaited) return failure(ErrorCode::conflict, "already_decided");
    std::optional<std::string> reason = decision.reason;
    tidy(reason);
    Findings findings;
    findings.require(decision.is_confirmed || reason, "/reason", "required");
    check_length(findings, "/reason", reason, longest_detail);
    KONBIT_CHECK(std::move(findings).or_value(true));
    backing->state = decision.is_confirmed ? BackingState::confirmed : BackingState::declined;
    backing->reason = std::move(reason);
    backing->decided_by = by.account();
    backing->decided_at = now;
    return db::update(session, "backings", *std::move(backing));
}

std::vector<Addressee> judges_of(db::Session& session, const Backing& backing) {
    std::vector<Addressee> people;
    if (backing.organization_id)
        people = accounts_with(session, backing, "g.scope = 'organization' AND g.role = 'member'",
                               backing.organization_id->str());
    if (!people.empty()) return people;
    const auto country =
        session.value<std::string>("SELECT country_code FROM clusters WHERE id = $1", backing.cluster_id);
    return accounts_with(session, backing, "g.scope = 'country' AND g.role IN ('bso_officer', 'national')",
                         country);
}

std::optional<Addressee> requester_of(db::Session& session, const Backing& backing) {
    return session.one<Addressee>("SELECT email, name, language FROM accounts WHERE id = $1",
                                  backing.requested_by);
}

}  // namespace konbit::backings
