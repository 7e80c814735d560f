// SPDX-License-Identifier: Apache-2.0
#include "features/deputies/deputy_store.hpp"

#include "db/columns.hpp"
#include "features/audit/scene.hpp"
#include "features/permission/handing_on.hpp"
#include "features/permission/scope_names.hpp"
#include "features/roles/role_offer_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace konbit::deputies {

namespace {

/// A role that is work for others, and not what somebody is or is trusted with alone.
bool can_be_stood_in(Role role, Scope scope) {
    if (role == Role::facilitator) return scope == Scope::cluster;
    return (role == Role::national || role == Role::bso_officer) && scope == Scope::country;
}

void check_time(Findings& findings, const DeputyDraft& draft, Instant now) {
    findings.require(draft.until >= utc_date(now), "/until", "in_past");
    findings.require(draft.until >= draft.from, "/until", "before_start");
    findings.require(draft.until.days - draft.from.days < roles::longest_deputizing_days, "/until",
                     "too_long_a_time", {{"days", std::to_string(roles::longest_deputizing_days)}});
}

/// What somebody may in place of somebody else from now on, or (`stands_in` false) no more.
void note(db::Session& session, const Deputy& deputy, bool stands_in, Instant at) {
    const auto change = [stands_in](std::string field, std::string text) {
        AuditChange made{std::move(field), "", ""};
        (stands_in ? made.after : made.before) = std::move(text);
        return made;
    };
    audit::note_rights(session, {"account", deputy.deputy_id.view()},
                       {change("deputy", fmt::format("{} {} {}", name_of(deputy.role), name_of(deputy.scope),
                                                     deputy.scope_id)),
                        change("held_for", deputy.account_id.str()),
                        change("begins_at", deputy.begins_at.str()), change("ends_at", deputy.ends_at.str())},
                       at);
}

/// One that is over by its day has been over since then.
void note_ended(db::Session& session, const std::vector<Deputy>& deputies, Instant at) {
    for (const auto& each : deputies) note(session, each, false, std::min(at, each.ends_at));
}

}  // namespace

Result<RoleOffer> checked(const DeputyDraft& draft, Instant now) {
    RoleOffer offer;
    offer.id = RoleOfferId(new_uuid_v4());
    offer.purpose = OfferPurpose::deputy;
    offer.name = draft.name;
    offer.email = draft.email;
    offer.language = draft.language;
    offer.role = draft.role;
    offer.scope = draft.scope;
    offer.scope_id = draft.scope_id;
    offer.begins_at = start_of(draft.from);
    offer.ends_at = roles::end_of(draft.until);
    offer.created_at = now;
    offer.expires_at = std::min(now + roles::offer_lifetime_ms, *offer.ends_at);
    KONBIT_CHECK(roles::check_person(offer));
    Findings findings;
    findings.require(can_be_stood_in(draft.role, draft.scope), "/role", "not_allowed");
    check_time(findings, draft, now);
    return std::move(findings).or_value(std::move(offer));
}

Result<RoleOffer> ask(db::Session& session, RoleOffer wanted, const SignedIn& by) {
    const std::string scope_id = wanted.scope_id.value_or("");
    if (!holds_for_oneself(by.viewer().grants(), wanted.role, wanted.scope, scope_id))
        return failure(ErrorCode::invalid, "invalid", {{"/role", "not_yours_to_give"}});
    return roles::keep_offer(session, std::move(wanted), by.account());
}

Result<void> begin(db::Session& session, const RoleOffer& offer, const AccountId& deputy, Instant now) {
    if (deputy == offer.offered_by) return failure(ErrorCode::conflict, "yourself");
    const Deputy begun{new_id<DeputyId>(),
                       offer.offered_by,
                       deputy,
                       offer.role,
                       offer.scope,
                       offer.scope_id.value(),
                       offer.begins_at.value(),
                       offer.ends_at.value(),
                       now};
    db::insert(session, "deputies", begun);
    note(session, begun, true, now);
    return {};
}

std::vector<NamedDeputy> list_own(db::Session& session, const SignedIn& by, std::string_view language,
                                  Instant now) {
    auto deputies = session.query<NamedDeputy>(
        "SELECT " + db::columns<Deputy>("d") +
            ", a.name, f.name, '', FALSE FROM deputies d JOIN accounts a ON a.id = d.deputy_id"
            " JOIN accounts f ON f.id = d.account_id"
            " WHERE (d.account_id = $1 OR d.deputy_id = $1) AND d.ends_at > $2 ORDER BY d.begins_at, d.id",
        by.account(), now);
    for (auto& each : deputies) {
        each.is_own = each.account_id == by.account();
        Grant grant;
        grant.scope = each.scope;
        grant.scope_id = each.scope_id;
        each.scope_name = scope_name(session, grant, language);
    }
    return deputies;
}

void end(db::Session& session, const DeputyId& id, const SignedIn&, Instant now) {
    const auto deputies =
        session.query<Deputy>("DELETE FROM deputies WHERE id = $1 RETURNING " + db::columns<Deputy>(), id);
    note_ended(session, deputies, now);
}

void end_those_of(db::Session& session, const Grant& grant, Instant at) {
    const auto deputies = session.query<Deputy>(
        "DELETE FROM deputies WHERE account_id = $1 AND role = $2 AND scope = $3 AND scope_id = $4"
        " RETURNING " +
            db::columns<Deputy>(),
        grant.account_id, grant.role, grant.scope, grant.scope_id);
    note_ended(session, deputies, at);
}

std::int64_t remove_ended(db::Session& session, Instant before) {
    const auto deputies = session.query<Deputy>(
        "DELETE FROM deputies WHERE ends_at < $1 RETURNING " + db::columns<Deputy>(), before);
    note_ended(session, deputies, before);
    return static_cast<std::int64_t>(deputies.size());
}

}  // namespace konbit::deputies
