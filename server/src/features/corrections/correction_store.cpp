// SPDX-License-Identifier: Apache-2.0
#include "features/corrections/correction_store.hpp"

#include "db/columns.hpp"
#include "features/desk/directory_record.hpp"
#include "features/search/directory_search.hpp"

namespace konbit::corrections {

namespace {

/// The condition of the corrections `AS c` that the viewer may decide on. One of no country is for those who
/// keep them all.
std::string decided_by(const Viewer& viewer) {
    const auto own = [&](std::string_view kind, Scope scope, Role role) {
        return "(c.kind = '" + std::string(kind) + "' AND " +
               search::is_one_of("c.record_id", viewer.scope_ids(scope, {role})) + ")";
    };
    return "(" + countries_kept_by(viewer, "c.country_code") + " OR " +
           own("organization", Scope::organization, Role::member) + " OR " +
           own("cluster", Scope::cluster, Role::facilitator) + ")";
}

}  // namespace

Correction insert(db::Session& session, Correction correction, const Viewer& reader, Instant now) {
    correction.id = new_id<CorrectionId>();
    correction.created_at = now;
    if (const auto record = desk::find_by_page(session, reader, correction.page)) {
        correction.kind = record->kind;
        correction.record_id = record->id;
        correction.country_code = record->country_code;
    }
    db::insert(session, "corrections", correction);
    return correction;
}

Result<Page<CorrectionLine>> list(db::Session& session, const SignedIn& by, CorrectionState state,
                                  const PageRequest& page) {
    return session.page<CorrectionLine>(
        page, db::Order<CorrectionLine, Instant>{&CorrectionLine::created_at, false},
        "SELECT " + db::columns<Correction>("c") +
            ", COALESCE(o.name, k.name), c.email IS NOT NULL FROM corrections c"
            " LEFT JOIN organizations o ON c.kind = 'organization' AND o.id = c.record_id"
            " LEFT JOIN clusters k ON c.kind = 'cluster' AND k.id = c.record_id WHERE c.state = $1 AND " +
            decided_by(by.viewer()) +
            " AND (c.created_at, c.id) > ($2, $3) ORDER BY c.created_at, c.id LIMIT $4",
        state);
}

std::int64_t count_open(db::Session& session, const Viewer& viewer) {
    return session.value<std::int64_t>("SELECT count(*) FROM corrections c WHERE c.state = 'open' AND " +
                                       decided_by(viewer));
}

Result<Correction> decide(db::Session& session, const CorrectionId& id, const Decision& decision,
                          const SignedIn& by, Instant now) {
    const auto stored =
        session.one<Correction>("SELECT " + db::columns<Correction>("c") +
                                    " FROM corrections c WHERE c.id = $1 AND " + decided_by(by.viewer()),
                                id);
    if (!stored) return failure(ErrorCode::not_found, "correction");
    if (stored->state != CorrectionState::open) return failure(ErrorCode::conflict, "already_decided");
    Correction decided = *stored;
    decided.state = decision.state;
    decided.reason = decision.reason;
    decided.decided_by = by.account();
    decided.decided_at = now;
    decided.email.reset();
    KONBIT_TRY(decided, db::update(session, "corrections", std::move(decided)));
    decided.email = stored->email;
    return decided;
}

}  // namespace konbit::corrections
