// SPDX-License-Identifier: Apache-2.0
#include "features/desk/upkeep.hpp"

#include "db/columns.hpp"

#include <fmt/core.h>

namespace konbit::desk {

namespace {

/// The condition on "r"; the day and the instant before which a record is stale stand in it as literals.
std::string condition_of(UpkeepReason reason, Instant now) {
    if (reason == UpkeepReason::draft)
        return "r.publication = 'draft' AND NOT (r.claim = 'unclaimed' AND r.source IS NOT NULL)";
    if (reason == UpkeepReason::source)
        return "r.claim = 'unclaimed' AND r.source IS NOT NULL AND r.source_url IS NULL AND NOT r.is_demo";
    const Instant limit = now - stale_after_days * day_ms;
    return fmt::format(
        "r.publication = 'published' AND r.claim = 'claimed' AND (r.last_confirmed_on < '{}' OR"
        " (r.last_confirmed_on IS NULL AND r.created_at < {}))",
        utc_date(limit).str(), limit.ms);
}

std::string select(const Viewer& viewer, RecordKind kind, const std::string& condition) {
    const bool is_cluster = kind == RecordKind::cluster;
    return fmt::format(
        "SELECT r.id, '{}' AS kind, r.name, r.country_code, r.last_confirmed_on, r.updated_at, r.source,"
        " r.sort_key"
        " FROM {} r WHERE {} AND {} AND {}",
        name_of(kind), is_cluster ? "clusters" : "organizations", condition,
        countries_kept_by(viewer, "r.country_code"),
        is_cluster ? clusters_visible_to(viewer, "r") : organizations_visible_to(viewer, "r"));
}

std::string lines(const DirectoryEditor& by, UpkeepReason reason, Instant now) {
    const std::string condition = condition_of(reason, now);
    return "(" + select(by.viewer(), RecordKind::organization, condition) + " UNION ALL " +
           select(by.viewer(), RecordKind::cluster, condition) + ") u";
}

}  // namespace

Result<Page<UpkeepLine>> list_upkeep(db::Session& session, const DirectoryEditor& by, UpkeepReason reason,
                                     Instant now, const PageRequest& page) {
    return session.page<UpkeepLine>(
        page, db::Order<UpkeepLine, std::string>{&UpkeepLine::sort_key, false},
        "SELECT " + db::columns<UpkeepLine>("u") + " FROM " + lines(by, reason, now) +
            " WHERE (u.sort_key, u.id) > ($1, $2) ORDER BY u.sort_key, u.id LIMIT $3");
}

std::int64_t count_upkeep(db::Session& session, const DirectoryEditor& by, UpkeepReason reason, Instant now) {
    return session.value<std::int64_t>("SELECT count(*) FROM " + lines(by, reason, now));
}

}  // namespace konbit::desk
