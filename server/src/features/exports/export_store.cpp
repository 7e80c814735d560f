// SPDX-License-Identifier: Apache-2.0
#include "features/exports/export_store.hpp"

#include "db/columns.hpp"

#include <fmt/core.h>

namespace konbit::exports {

namespace {

/// @param by  Whoever may take something out of the wave.
Export noted(db::Session& db, const auto& by, Export draft, Instant now) {
    draft.id = new_id<ExportId>();
    draft.wave_id = by.wave();
    draft.account_id = by.viewer().account();
    draft.exported_at = now;
    db::insert(db, "exports", draft);
    return draft;
}

}  // namespace

std::set<WaveMemberId> agreed_to(db::Session& db, const WaveId& wave, ExportPurpose purpose) {
    const std::string_view column =
        purpose == ExportPurpose::research ? "shares_with_research" : "shares_with_members";
    const auto members = db.query<WaveMemberId>(
        // Several people may answer for one member: each has to have agreed.
        fmt::format("SELECT wave_member_id FROM respondents WHERE wave_id = $1 AND consent IS NOT NULL"
                    " GROUP BY wave_member_id HAVING min(CASE WHEN {} THEN 1 ELSE 0 END) = 1",
                    column),
        wave);
    return {members.begin(), members.end()};
}

Export insert(db::Session& db, const WaveFacilitator& by, Export draft, Instant now) {
    return noted(db, by, std::move(draft), now);
}

Export insert(db::Session& db, const totals::TotalsReader& by, Export draft, Instant now) {
    return noted(db, by, std::move(draft), now);
}

std::vector<Export> list_exports(db::Session& db, const WaveFacilitator& by) {
    return db.query<Export>("SELECT " + db::columns<Export>() + R"( FROM exports
        WHERE wave_id = $1 ORDER BY exported_at DESC, id DESC)",
                            by.wave());
}

}  // namespace konbit::exports
