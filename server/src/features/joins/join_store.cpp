// SPDX-License-Identifier: Apache-2.0
#include "features/joins/join_store.hpp"

#include "core/text.hpp"
#include "db/columns.hpp"
#include "features/accounts/account_store.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/permission/own_firms.hpp"

#include <fmt/core.h>

namespace konbit::joins {

namespace {

std::string select_named(std::string_view condition) {
    return "SELECT " + db::columns<JoinRequest>("j") +
           ", a.name, a.email, o.name FROM join_requests j JOIN accounts a ON a.id = j.account_id"
           " JOIN organizations o ON o.id = j.organization_id WHERE " +
           std::string(condition) + " ORDER BY j.created_at, j.id";
}

Result<NamedJoinRequest> find(db::Session& session, const JoinRequestId& id) {
    auto request = session.one<NamedJoinRequest>(select_named("j.id = $1"), id);
    if (!request) return failure(ErrorCode::not_found, "join_request");
    return *std::move(request);
}

Result<std::optional<std::string>> checked_note(const std::optional<std::string>& note) {
    if (!note) return std::optional<std::string>{};
    std::string text = text::trim(*note);
    Findings findings;
    findings.require(text::length(text) <= longest_note, "/note", "too_long",
                     {{"max", std::to_string(longest_note)}});
    return std::move(findings).or_value(text.empty() ? std::nullopt : std::optional(std::move(text)));
}

/// Whoever advises a cluster belongs to none of its member firms, and whoever runs it may be kept from it.
/// Deputies count before they begin: nothing is checked anew on that day.
Result<void> check_neutral(db::Session& session, const OrganizationId& organization, const AccountId& account,
                           Instant now) {
    const std::string apart =
        firms_may_facilitate(session) ? "('consultant')" : "('consultant', 'facilitator')";
    const auto held = session.value<std::int64_t>(fmt::format(R"(
        SELECT count(*) FROM memberships m JOIN organizations o ON o.id = m.organization_id
        WHERE o.id = $2 AND {0}
          AND (EXISTS (SELECT 1 FROM grants g WHERE g.account_id = $1 AND g.role IN {1} AND g.scope = 'cluster'
                       AND g.scope_id = CAST(m.cluster_id AS TEXT) AND (g.ends_at IS NULL OR g.ends_at > $3))
            OR EXISTS (SELECT 1 FROM deputies d WHERE d.deputy_id = $1 AND d.role IN {1} AND d.scope = 'cluster'
                       AND d.scope_id = CAST(m.cluster_id AS TEXT) AND d.ends_at > $3)))",
                                                              is_member_firm, apart),
                                                  account, organization, now);
    return held == 0 ? Result<void>{} : failure(ErrorCode::conflict, "own_firm_is_member");
}

Result<void> check_may_ask(db::Session& session, const OrganizationId& organization, const SignedIn& by,
                           Instant now) {
    if (by.viewer().holds(Role::member, organization) || by.viewer().holds(Role::bso_officer, organization))
        return failure(ErrorCode::conflict, "has_role");
    const auto count = [&](const char* sql, const auto&... args) {
        return session.value<std::int64_t>(sql, args...);
    };
    if (list_deciders(session, organization).empty()) return failure(ErrorCode::conflict, "nobody_there");
    if (count("SELECT count(*) FROM join_requests WHERE organization_id = $1 AND account_id = $2",
              organization, by.account()) > 0)
        return failure(ErrorCode::conflict, "already_asked");
    if (count("SELECT count(*) FROM join_requests WHERE account_id = $1 AND declined_at IS NULL",
              by.account()) >= most_waiting)
        return failure(ErrorCode::conflict, "too_many_waiting");
    return check_neutral(session, organization, by.account(), now);
}

}  // namespace

Result<NamedJoinRequest> ask(db::Session& session, const OrganizationId& organization, const JoinDraft& draft,
                             const SignedIn& by, Instant now) {
    KONBIT_CHECK(organizations::find(session, by.viewer(), organization));
    session.change(
        "DELETE FROM join_requests WHERE organization_id = $1 AND account_id = $2 AND declined_at <= $3",
        organization, by.account(), now - pause_ms);
    KONBIT_CHECK(check_may_ask(session, organization, by, now));
    JoinRequest request;
    request.id = new_id<JoinRequestId>();
    request.organization_id = organization;
    request.account_id = by.account();
    KONBIT_TRY(request.note, checked_note(draft.note));
    request.created_at = now;
    db::insert(session, "join_requests", request);
    return find(session, request.id);
}

std::vector<NamedJoinRequest> list_waiting(db::Session& session, const OrganizationStaff& by) {
    return session.query<NamedJoinRequest>(select_named("j.organization_id = $1 AND j.declined_at IS NULL"),
                                           by.organization());
}

std::vector<NamedJoinRequest> list_own(db::Session& session, const SignedIn& by) {
    return session.query<NamedJoinRequest>(select_named("j.account_id = $1"), by.account());
}

Result<void> withdraw(db::Session& session, const JoinRequestId& id, const SignedIn& by) {
    const auto removed =
        session.change("DELETE FROM join_requests WHERE id = $1 AND account_id = $2 AND declined_at IS NULL",
                       id, by.account());
    return removed > 0 ? Result<void>{} : failure(ErrorCode::not_found, "join_request");
}

Result<NamedJoinRequest> approve(db::Session& session, const JoinJudge& by, Instant now) {
    KONBIT_TRY(NamedJoinRequest request, find(session, by.request()));
    KONBIT_CHECK(check_neutral(session, request.organization_id, request.account_id, now));
    KONBIT_CHECK(accounts::insert(session, System{},
                                  Grant{.id = new_id<GrantId>(),
                                        .account_id = request.account_id,
                                        .role = Role::member,
                                        .scope = Scope::organization,
                                        .scope_id = request.organization_id.str(),
                                        .created_at = now,
                                        .given_by = by.account()}));
    session.change("DELETE FROM join_requests WHERE id = $1", request.id);
    return request;
}

Result<NamedJoinRequest> decline(db::Session& session, const JoinJudge& by, Instant now) {
    KONBIT_TRY(NamedJoinRequest request, find(session, by.request()));
    session.change("UPDATE join_requests SET declined_at = $2, note = NULL WHERE id = $1", request.id, now);
    return request;
}

std::vector<Decider> list_deciders(db::Session& session, const OrganizationId& organization) {
    return session.query<Decider>(
        "SELECT DISTINCT a.email, a.name, a.language FROM accounts a JOIN grants g ON g.account_id = a.id"
        " WHERE a.status = 'active' AND g.scope = 'organization' AND g.role IN ('member', 'bso_officer')"
        " AND g.scope_id = $1 ORDER BY a.email",
        organization.view());
}

std::int64_t remove_old(db::Session& session, Instant before) {
    return session.change("DELETE FROM join_requests WHERE COALESCE(declined_at, created_at) < $1", before);
}

}  // namespace konbit::joins
