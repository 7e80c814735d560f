// SPDX-License-Identifier: Apache-2.0
#include "features/history/removed_batches.hpp"

#include "db/columns.hpp"

namespace konbit::history {

namespace {

std::string batches(const Viewer& viewer) {
    return "(SELECT c.batch_id AS id, count(*) AS organizations, a.name AS author, i.file_name AS file_name,"
           " i.account_id = $1 AS has_report, max(c.changed_at) AS removed_at FROM changes c"
           " LEFT JOIN accounts a ON a.id = c.account_id LEFT JOIN imports i ON i.id = c.batch_id"
           " WHERE c.batch_id IS NOT NULL AND " +
           is_removed(viewer) + " GROUP BY c.batch_id, a.name, i.file_name, i.account_id) b";
}

}  // namespace

std::string is_removed(const Viewer& viewer) {
    return "c.kind = 'organization' AND c.action = 'removed' AND " +
           countries_kept_by(viewer, "c.country_code") +
           " AND EXISTS (SELECT 1 FROM (SELECT c.record_id AS id, c.country_code AS country_code,"
           " c.visibility AS visibility, 'draft' AS publication) s WHERE " +
           organizations_visible_to(viewer, "s") +
           ") AND NOT EXISTS (SELECT 1 FROM organizations o WHERE o.id = c.record_id)";
}

Result<Page<RemovedBatch>> list_removed_batches(db::Session& session, const DirectoryEditor& by,
                                                const PageRequest& page) {
    return session.page<RemovedBatch>(page, db::Order<RemovedBatch, Instant>{&RemovedBatch::removed_at, true},
                                      "SELECT b.id, b.organizations, b.author, b.file_name, "
                                      "COALESCE(b.has_report, FALSE), b.removed_at FROM " +
                                          batches(by.viewer()) +
                                          " WHERE (b.removed_at, b.id) < ($2, $3)"
                                          " ORDER BY b.removed_at DESC, b.id DESC LIMIT $4",
                                      by.viewer().account());
}

std::int64_t count_removed_batches(db::Session& session, const DirectoryEditor& by) {
    return session.value<std::int64_t>(
        "SELECT count(DISTINCT c.batch_id) FROM changes c WHERE c.batch_id IS NOT NULL AND " +
        is_removed(by.viewer()));
}

}  // namespace konbit::history
