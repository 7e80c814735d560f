// SPDX-License-Identifier: Apache-2.0
#include "features/reports/copy_store.hpp"

#include "db/columns.hpp"

namespace konbit::reports {

void insert(db::Session& db, const WaveFacilitator& by, ReportCopy draft, Instant now) {
    draft.id = new_id<ReportCopyId>();
    draft.wave_id = by.wave();
    draft.account_id = by.viewer().account();
    draft.taken_at = now;
    db::insert(db, "report_copies", draft);
}

std::vector<ReportCopyLine> list_copies(db::Session& db, const WaveFacilitator& by) {
    return db.query<ReportCopyLine>(R"(
        SELECT r.id, r.wave_id, r.account_id, r.audience, r.answered, r.asked, r.results_sha256, r.taken_at,
               COALESCE(a.name, '')
        FROM report_copies r LEFT JOIN accounts a ON a.id = r.account_id
        WHERE r.wave_id = $1
        ORDER BY r.taken_at DESC, r.id DESC)",
                                    by.wave());
}

}  // namespace konbit::reports
