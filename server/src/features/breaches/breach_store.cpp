// SPDX-License-Identifier: Apache-2.0
#include "features/breaches/breach_store.hpp"

#include "db/columns.hpp"

#include <algorithm>

namespace konbit::breaches {

namespace {

std::string select(std::string_view rest) {
    return "SELECT " + db::columns<Breach>() + " FROM breaches " + std::string(rest);
}

ShownBreach shown(Breach breach, Instant now) {
    ShownBreach made;
    made.deadlines = deadlines_of(breach, now);
    static_cast<Breach&>(made) = std::move(breach);
    return made;
}

Result<Breach> find_open(db::Session& db, const BreachId& id) {
    auto found = db.one<Breach>(select("WHERE id = $1"), id);
    if (!found) return failure(ErrorCode::not_found, "breach");
    if (found->closed_at) return failure(ErrorCode::conflict, "breach_closed");
    return *std::move(found);
}

Result<ShownBreach> save(db::Session& db, Breach breach, Instant now) {
    breach.updated_at = now;
    KONBIT_TRY(Breach written, db::update(db, "breaches", std::move(breach)));
    return shown(std::move(written), now);
}

bool is_told_everywhere(const Breach& breach) { return !next_due(breach); }

}  // namespace

std::vector<ShownBreach> list(db::Session& db, const PrivacyKeeper&, Instant now) {
    std::vector<ShownBreach> all;
    for (auto& breach : db.query<Breach>(select("ORDER BY closed_at IS NOT NULL, found_at DESC, id DESC")))
        all.push_back(shown(std::move(breach), now));
    return all;
}

Result<ShownBreach> find(db::Session& db, const PrivacyKeeper&, const BreachId& id, Instant now) {
    auto found = db.one<Breach>(select("WHERE id = $1"), id);
    if (!found) return failure(ErrorCode::not_found, "breach");
    return shown(*std::move(found), now);
}

ShownBreach insert(db::Session& db, const PrivacyKeeper& by, Breach breach, Instant now) {
    breach.id = new_id<BreachId>();
    breach.entered_by = by.account();
    breach.created_at = breach.updated_at = now;
    db::insert(db, "breaches", breach);
    return shown(std::move(breach), now);
}

Result<ShownBreach> update(db::Session& db, const PrivacyKeeper&, Breach breach, Instant now) {
    KONBIT_CHECK(find_open(db, breach.id));
    return save(db, std::move(breach), now);
}

Result<ShownBreach> tell(db::Session& db, const PrivacyKeeper&, const BreachId& id,
                         const BreachNotice& notice, Instant now) {
    KONBIT_TRY(Breach breach, find_open(db, id));
    Findings findings;
    findings.require(std::ranges::find(breach.countries, notice.country_code) != breach.countries.end(),
                     "/country_code", "unknown");
    findings.require(notice.told_at <= now, "/told_at", "in_future");
    KONBIT_TRY(breach, std::move(findings).or_value(std::move(breach)));
    std::erase_if(breach.notices, [&](const auto& each) { return each.country_code == notice.country_code; });
    breach.notices.push_back(notice);
    return save(db, std::move(breach), now);
}

Result<ShownBreach> close(db::Session& db, const PrivacyKeeper&, const BreachId& id, Instant now) {
    KONBIT_TRY(Breach breach, find_open(db, id));
    if (!breach.conclusion) return failure(ErrorCode::conflict, "conclusion_missing");
    if (breach.risk != BreachRisk::low && !is_told_everywhere(breach))
        return failure(ErrorCode::conflict, "breach_untold");
    breach.closed_at = now;
    return save(db, std::move(breach), now);
}

std::vector<Breach> list_open(db::Session& db) {
    return db.query<Breach>(select("WHERE closed_at IS NULL ORDER BY found_at, id"));
}

}  // namespace konbit::breaches
