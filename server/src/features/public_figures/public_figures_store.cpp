// SPDX-License-Identifier: Apache-2.0
#include "features/public_figures/public_figures_store.hpp"

namespace konbit::public_figures {

namespace {

struct Released {
    std::optional<Instant> released_at;

    static constexpr auto fields() { return std::tuple{field("released_at", &Released::released_at)}; }
};

bool is_in_state(db::Session& db, const WaveId& wave, std::string_view states) {
    return db.value<std::int64_t>(
               "SELECT count(*) FROM waves WHERE id = $1 AND state IN (" + std::string(states) + ")", wave) >
           0;
}

}  // namespace

bool is_announced(db::Session& db, const WaveId& wave) {
    return db.value<std::int64_t>("SELECT count(*) FROM public_figures WHERE wave_id = $1", wave) > 0;
}

Publicity find(db::Session& db, const WaveFacilitator& by) {
    const auto found =
        db.one<Released>("SELECT released_at FROM public_figures WHERE wave_id = $1", by.wave());
    return {.is_announced = found.has_value(), .released_at = found ? found->released_at : std::nullopt};
}

Result<void> announce(db::Session& db, const WaveFacilitator& by, Instant now) {
    if (!is_in_state(db, by.wave(), "'draft'")) return failure(ErrorCode::conflict, "consent_stands");
    db.change("INSERT INTO public_figures (wave_id, announced_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
              by.wave(), now);
    return {};
}

void take_announcement_back(db::Session& db, const WaveFacilitator& by) {
    db.change("DELETE FROM public_figures WHERE wave_id = $1", by.wave());
}

Result<void> release(db::Session& db, const WaveFacilitator& by, Instant now) {
    if (!is_announced(db, by.wave())) return failure(ErrorCode::conflict, "not_announced");
    if (!is_in_state(db, by.wave(), "'frozen', 'published'"))
        return failure(ErrorCode::conflict, "wave_not_frozen");
    db.change("UPDATE public_figures SET released_at = COALESCE(released_at, $2) WHERE wave_id = $1",
              by.wave(), now);
    return {};
}

void withdraw(db::Session& db, const WaveFacilitator& by) {
    db.change("UPDATE public_figures SET released_at = NULL WHERE wave_id = $1", by.wave());
}

std::vector<WaveId> released_waves(db::Session& db, const Viewer& viewer, const ClusterId& cluster) {
    return db.query<WaveId>(R"(
        SELECT w.id
        FROM public_figures p JOIN waves w ON w.id = p.wave_id JOIN clusters c ON c.id = w.cluster_id
        WHERE w.cluster_id = $1 AND p.released_at IS NOT NULL AND w.pilot_of IS NULL
          AND w.state IN ('frozen', 'published')
          AND NOT EXISTS (SELECT 1 FROM wave_releases r WHERE r.wave_id = w.id AND r.cause <> 'new_key') AND )" +
                                clusters_visible_to(viewer, "c") + " ORDER BY w.opens_at, w.id",
                            cluster);
}

void release_demo(db::Session& db, const ClusterId& cluster) {
    db.change(R"(
        INSERT INTO public_figures (wave_id, announced_at, released_at)
        SELECT id, opens_at, frozen_at FROM waves
        WHERE cluster_id = $1 AND is_demo AND frozen_at IS NOT NULL
        ON CONFLICT DO NOTHING)",
              cluster);
}

}  // namespace konbit::public_figures
