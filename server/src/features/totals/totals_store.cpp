// SPDX-License-Identifier: Apache-2.0
#include "features/totals/totals_store.hpp"

#include "features/answers/consent_log.hpp"

namespace konbit::totals {

namespace {

std::string final_waves(const Viewer& viewer, std::string_view columns, std::string_view condition) {
    return "SELECT " + std::string(columns) + R"(
        FROM waves w JOIN clusters c ON c.id = w.cluster_id
        WHERE w.cluster_id = $1 AND w.state IN ('frozen', 'published') AND w.pilot_of IS NULL AND )" +
           std::string(condition) + " (SELECT 1 FROM released_totals t WHERE t.wave_id = w.id) AND " +
           clusters_visible_to(viewer, "c") + " ORDER BY w.opens_at, w.id";
}

}  // namespace

std::vector<ReleasedWave> released_waves(db::Session& db, const Viewer& viewer, const ClusterId& cluster) {
    std::vector<ReleasedWave> waves;
    for (const auto& id : db.query<WaveId>(final_waves(viewer, "w.id", "EXISTS"), cluster))
        waves.push_back({id, !answers::readers_of(db, id).empty()});
    return waves;
}

std::vector<WaitingWave> waiting_waves(db::Session& db, const Viewer& viewer, const ClusterId& cluster) {
    if (!viewer.holds(Role::facilitator, cluster)) return {};
    return db.query<WaitingWave>(final_waves(viewer, "w.id, w.title", "NOT EXISTS"), cluster);
}

Result<void> release(db::Session& db, const WaveFacilitator& by, Instant now) {
    const auto is_final = db.value<std::int64_t>(
        "SELECT count(*) FROM waves WHERE id = $1 AND state IN ('frozen', 'published')", by.wave());
    if (is_final == 0) return failure(ErrorCode::conflict, "wave_not_frozen");
    db.change("INSERT INTO released_totals (wave_id, released_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
              by.wave(), now);
    return {};
}

void withdraw(db::Session& db, const WaveFacilitator& by) {
    db.change("DELETE FROM released_totals WHERE wave_id = $1", by.wave());
}

}  // namespace konbit::totals
