// SPDX-License-Identifier: Apache-2.0
#include "features/claims/claim_store.hpp"

#include "db/columns.hpp"
#include "features/accounts/account_store.hpp"
#include "features/claims/claim_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/desk/directory_record.hpp"
#include "features/history/history.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/permission/own_firms.hpp"

namespace konbit::claims {

namespace {

Result<ClaimRequest> find_open(db::Session& session, const ClaimId& id, const DirectoryEditor& by) {
    auto claim = session.one<ClaimRequest>("SELECT " + db::columns<ClaimRequest>("c") +
                                               " FROM claims c WHERE c.id = $1 AND " +
                                               countries_kept_by(by.viewer(), "c.country_code"),
                                           id);
    if (!claim) return failure(ErrorCode::not_found, "claim");
    if (claim->state != ClaimState::open) return failure(ErrorCode::conflict, "already_decided");
    const auto own = accounts::find_by_email(session, System::viewer(), claim->email);
    if (own && own->id == by.viewer().account()) return failure(ErrorCode::forbidden, "own_claim");
    return *std::move(claim);
}

/// Who claims a cluster will run it.
Result<void> check_neutral(db::Session& session, const ClaimRequest& claim, const AccountId& account) {
    if (claim.kind != RecordKind::cluster) return {};
    const auto cluster = ClusterId::parse(claim.record_id.view()).value();
    return check_may_run(session, own_firms(session, account, cluster));
}

Result<ClaimRequest> settle(db::Session& session, ClaimRequest claim, ClaimState state,
                            const DirectoryEditor& by, Instant now) {
    claim.state = state;
    claim.decided_by = by.viewer().account();
    claim.decided_at = now;
    return db::update(session, "claims", std::move(claim));
}

Grant grant_of(const ClaimRequest& claim, const AccountId& account, const DirectoryEditor& by, Instant now) {
    const bool is_cluster = claim.kind == RecordKind::cluster;
    return {.id = new_id<GrantId>(),
            .account_id = account,
            .role = is_cluster ? Role::facilitator : Role::member,
            .scope = is_cluster ? Scope::cluster : Scope::organization,
            .scope_id = claim.record_id.str(),
            .created_at = now,
            .given_by = by.viewer().account()};
}

/// Marks the record as kept by people of its own, in its history too.
template <class Record>
Result<void> mark(db::Session& session, const Record& stored, RecordKind kind, std::string_view table,
                  const history::Author& author) {
    if (stored.claim == Claim::claimed) return {};
    Record wanted = stored;
    wanted.claim = Claim::claimed;
    wanted.updated_at = author.at.now;
    KONBIT_TRY(const Record changed, db::update(session, table, std::move(wanted)));
    history::record<Record>(session, kind, stored.id, stored, changed, author);
    return {};
}

Result<void> mark_claimed(db::Session& session, const ClaimRequest& claim, const DirectoryEditor& by,
                          Instant now) {
    const history::Author author = history::by(by.viewer(), now);
    if (claim.kind == RecordKind::cluster) {
        KONBIT_TRY(const Cluster stored, clusters::find(session, System::viewer(),
                                                        ClusterId::parse(claim.record_id.view()).value()));
        return mark(session, stored, claim.kind, "clusters", author);
    }
    KONBIT_TRY(const Organization stored,
               organizations::find(session, System::viewer(),
                                   OrganizationId::parse(claim.record_id.view()).value()));
    return mark(session, stored, claim.kind, "organizations", author);
}

}  // namespace

Result<ClaimRequest> insert(db::Session& session, ClaimRequest claim, const Viewer& reader, Instant now) {
    KONBIT_TRY(const auto record, desk::find_record(session, reader, claim.kind, claim.record_id));
    claim.id = new_id<ClaimId>();
    claim.country_code = record.country_code;
    claim.is_on_domain = is_on_domain(claim.email, record.website);
    claim.created_at = now;
    db::insert(session, "claims", claim);
    return claim;
}

Result<ClaimRequest> prove(db::Session& session, const ClaimId& id, Instant now) {
    auto claim =
        session.one<ClaimRequest>("SELECT " + db::columns<ClaimRequest>() + " FROM claims WHERE id = $1", id);
    if (!claim || now - claim->created_at >= link_limit_ms) return failure(ErrorCode::not_found, "claim");
    if (claim->state != ClaimState::unproven) return *std::move(claim);
    claim->state = ClaimState::open;
    return db::update(session, "claims", *std::move(claim));
}

Result<Page<ClaimLine>> list(db::Session& session, const DirectoryEditor& by, ClaimState state,
                             const PageRequest& page) {
    return session.page<ClaimLine>(
        page, db::Order<ClaimLine, Instant>{&ClaimLine::created_at, false},
        "SELECT " + db::columns<ClaimRequest>("c") +
            ", COALESCE(o.name, k.name, ''), COALESCE(o.slug, k.slug, ''), COALESCE(o.website, k.website),"
            " COALESCE(o.claim, k.claim, '') = 'claimed' FROM claims c"
            " LEFT JOIN organizations o ON c.kind = 'organization' AND o.id = c.record_id"
            " LEFT JOIN clusters k ON c.kind = 'cluster' AND k.id = c.record_id WHERE c.state = $1 AND " +
            countries_kept_by(by.viewer(), "c.country_code") +
            " AND (c.created_at, c.id) > ($2, $3) ORDER BY c.created_at, c.id LIMIT $4",
        state);
}

std::int64_t count_open(db::Session& session, const DirectoryEditor& by) {
    return session.value<std::int64_t>("SELECT count(*) FROM claims c WHERE c.state = 'open' AND " +
                                       countries_kept_by(by.viewer(), "c.country_code"));
}

Result<Granted> approve(db::Session& session, const ClaimId& id, const DirectoryEditor& by, Instant now) {
    KONBIT_TRY(ClaimRequest claim, find_open(session, id, by));
    KONBIT_TRY(Account account,
               accounts::find_or_insert(session, System{}, {claim.email, claim.name, claim.language}, now));
    KONBIT_CHECK(check_neutral(session, claim, account.id));
    KONBIT_CHECK(mark_claimed(session, claim, by, now));
    KONBIT_CHECK(accounts::insert(session, System{}, grant_of(claim, account.id, by, now)));
    KONBIT_TRY(claim, settle(session, std::move(claim), ClaimState::approved, by, now));
    return Granted{std::move(claim), std::move(account)};
}

Result<ClaimRequest> decline(db::Session& session, const ClaimId& id, const std::string& reason,
                             const DirectoryEditor& by, Instant now) {
    KONBIT_TRY(ClaimRequest claim, find_open(session, id, by));
    claim.reason = reason;
    return settle(session, std::move(claim), ClaimState::declined, by, now);
}

std::int64_t remove_unproven(db::Session& session, Instant before) {
    return session.change("DELETE FROM claims WHERE state = 'unproven' AND created_at < $1", before);
}

}  // namespace konbit::claims
