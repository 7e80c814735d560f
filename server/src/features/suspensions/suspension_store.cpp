// SPDX-License-Identifier: Apache-2.0
#include "features/suspensions/suspension_store.hpp"

#include "db/columns.hpp"

namespace konbit::suspensions {

namespace {

/// Nobody looks back further: a wave is asked for weeks.
constexpr std::int64_t remembered_ms = 400 * day_ms;

std::vector<Suspension> ended_after(db::Session& db, Instant since) {
    return db.query<Suspension>("SELECT " + db::columns<Suspension>() +
                                    " FROM suspensions WHERE ends_at > $1 ORDER BY begins_at DESC, id",
                                since);
}

}  // namespace

ByCountry list(db::Session& db, Instant since) {
    ByCountry all;
    for (auto& each : ended_after(db, since)) all[each.country_code].push_back(each);
    return all;
}

std::vector<Suspension> list_kept(db::Session& db, const DirectoryEditor& by, Instant now) {
    auto all = ended_after(db, now - remembered_ms);
    std::erase_if(all, [&](const Suspension& each) { return !by.may_edit(each.country_code); });
    return all;
}

Result<Suspension> insert(db::Session& db, const DirectoryEditor& by, Suspension suspension) {
    if (!by.may_edit(suspension.country_code)) return failure(ErrorCode::forbidden, "not_allowed");
    Findings findings;
    findings.require(
        db.value<std::int64_t>("SELECT count(*) FROM countries WHERE code = $1", suspension.country_code) > 0,
        "/country_code", "not_allowed");
    KONBIT_TRY(Suspension valid, std::move(findings).or_value(std::move(suspension)));
    valid.id = new_id<SuspensionId>();
    db::insert(db, "suspensions", valid);
    return valid;
}

Result<void> end(db::Session& db, const DirectoryEditor& by, const SuspensionId& id, Instant now) {
    const auto stored =
        db.one<Suspension>("SELECT " + db::columns<Suspension>() + " FROM suspensions WHERE id = $1", id);
    if (!stored || !by.may_edit(stored->country_code)) return failure(ErrorCode::not_found, "suspension");
    if (stored->begins_at >= now)
        db.change("DELETE FROM suspensions WHERE id = $1", id);
    else if (stored->ends_at > now)
        db.change("UPDATE suspensions SET ends_at = $1 WHERE id = $2", now, id);
    return {};
}

}  // namespace konbit::suspensions
