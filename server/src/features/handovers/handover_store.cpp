// SPDX-License-Identifier: Apache-2.0
#include "features/handovers/handover_store.hpp"

#include "db/columns.hpp"
#include "features/accounts/account_store.hpp"
#include "features/roles/held_role_store.hpp"
#include "features/roles/role_offer_store.hpp"

#include <array>
#include <string_view>

namespace konbit::handovers {

namespace {

/// How many of a kind there are; the parameters are those of count().
struct Counted {
    TaskKind kind;
    std::string_view sql;
};

constexpr auto counted = std::to_array<Counted>({
    {TaskKind::invitations,
     "SELECT count(*) FROM person_invitations WHERE scope = 'cluster' AND scope_id = $1 AND invited_by = $2"
     " AND accepted_at IS NULL AND expires_at > $3"},
    {TaskKind::imports,
     "SELECT count(*) FROM imports WHERE cluster_id = $1 AND account_id = $2 AND state = 'draft'"},
    {TaskKind::open_waves,
     "SELECT count(*) FROM waves WHERE cluster_id = $1 AND state = 'open' AND pilot_of IS NULL"},
    {TaskKind::awaited_answers,
     "SELECT count(*) FROM respondents r JOIN waves w ON w.id = r.wave_id WHERE w.cluster_id = $1"
     " AND w.state = 'open' AND w.pilot_of IS NULL AND r.state IN ('invited', 'opened', 'started')"},
    {TaskKind::introductions,
     "SELECT count(*) FROM introductions WHERE cluster_id = $1 AND state = 'introduced'"},
    {TaskKind::agreements,
     "SELECT count(*) FROM agreements WHERE cluster_id = $1 AND (valid_until IS NULL OR valid_until >= $2)"},
});

std::int64_t count(db::Session& session, const Counted& each, const Facilitator& by, Instant now) {
    const AccountId leaving = by.viewer().account().value();
    switch (each.kind) {
        case TaskKind::invitations:
            return session.value<std::int64_t>(std::string(each.sql), by.cluster().view(), leaving, now);
        case TaskKind::imports:
            return session.value<std::int64_t>(std::string(each.sql), by.cluster(), leaving);
        case TaskKind::agreements:
            return session.value<std::int64_t>(std::string(each.sql), by.cluster(), utc_date(now));
        default:
            return session.value<std::int64_t>(std::string(each.sql), by.cluster());
    }
}

std::optional<Grant> own_role(db::Session& session, const RoleOffer& offer) {
    return session.one<Grant>("SELECT " + db::columns<Grant>() +
                                  " FROM grants WHERE account_id = $1 AND role = $2 AND scope = $3 AND"
                                  " scope_id = $4",
                              offer.offered_by, offer.role, offer.scope, offer.scope_id);
}

/// What was begun in the name of whoever leaves, and ends unless somebody goes on with it.
void go_on_with(db::Session& session, const RoleOffer& offer, const AccountId& successor) {
    session.change(
        "UPDATE person_invitations SET invited_by = $1 WHERE invited_by = $2 AND accepted_at IS NULL"
        " AND scope = 'cluster' AND scope_id = $3",
        successor, offer.offered_by, offer.scope_id);
    session.change(
        "UPDATE role_offers SET offered_by = $1, purpose = CASE WHEN purpose = 'hand_over' THEN 'role' ELSE"
        " purpose END WHERE offered_by = $2 AND purpose <> 'deputy' AND scope = 'cluster' AND scope_id = $3",
        successor, offer.offered_by, offer.scope_id);
    session.change(
        "UPDATE imports SET account_id = $1 WHERE account_id = $2 AND state = 'draft'"
        " AND CAST(cluster_id AS TEXT) = $3",
        successor, offer.offered_by, offer.scope_id);
}

}  // namespace

Handover find(db::Session& session, const Facilitator& by, Instant now) {
    Handover handover;
    handover.cluster_name =
        session.value<std::string>("SELECT name FROM clusters WHERE id = $1", by.cluster());
    for (const auto& each : counted) handover.tasks.push_back({each.kind, count(session, each, by, now)});
    handover.offers = session.query<RoleOffer>(
        "SELECT " + db::columns<RoleOffer>() +
            " FROM role_offers WHERE purpose = 'hand_over' AND scope = 'cluster' AND scope_id = $1"
            " AND offered_by = $2 ORDER BY created_at, id",
        by.cluster().view(), by.viewer().account());
    handover.others = session.query<std::string>(
        "SELECT a.name FROM grants g JOIN accounts a ON a.id = g.account_id AND a.status = 'active'"
        " WHERE g.role = 'facilitator' AND g.scope = 'cluster' AND g.scope_id = $1 AND g.account_id <> $2"
        " ORDER BY a.name, a.id",
        by.cluster().view(), by.viewer().account());
    return handover;
}

Result<RoleOffer> ask(db::Session& session, const SuccessorDraft& draft, const Facilitator& by, Instant now) {
    RoleOffer offer;
    offer.id = RoleOfferId(new_uuid_v4());
    offer.purpose = OfferPurpose::hand_over;
    offer.name = draft.name;
    offer.email = draft.email;
    offer.language = draft.language;
    offer.role = Role::facilitator;
    offer.scope = Scope::cluster;
    offer.scope_id = by.cluster().str();
    offer.created_at = now;
    offer.expires_at = now + roles::offer_lifetime_ms;
    KONBIT_CHECK(roles::check_person(offer));
    return roles::keep_offer(session, std::move(offer), by.viewer().account().value());
}

Result<void> take_over(db::Session& session, const RoleOffer& offer, const AccountId& successor,
                       Instant now) {
    const auto leaving = own_role(session, offer);
    if (!leaving) return failure(ErrorCode::unauthenticated, "offer_void");
    KONBIT_CHECK(accounts::insert(session, System{}, offer.grant(successor, now)));
    roles::end_by_handing_over(session, *leaving, successor, now);
    go_on_with(session, offer, successor);
    return {};
}

}  // namespace konbit::handovers
