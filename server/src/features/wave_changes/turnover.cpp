// SPDX-License-Identifier: Apache-2.0
#include "features/wave_changes/turnover.hpp"

namespace konbit::wave_changes {

namespace {

/// The names on the roster of `wave` that are not on that of `other`.
std::vector<std::string> only_in(db::Session& db, const WaveId& wave, const WaveId& other) {
    return db.query<std::string>(R"(
        SELECT m.label FROM wave_members m
        WHERE m.wave_id = $1 AND m.external_kind IS NULL AND m.listing = 'named'
          AND NOT EXISTS (SELECT 1 FROM wave_members o
                          WHERE o.wave_id = $2 AND o.external_kind IS NULL
                            AND COALESCE(o.organization_id, o.membership_id) = COALESCE(m.organization_id, m.membership_id))
        ORDER BY m.position)",
                                 wave, other);
}

/// Somebody left that roster after freezing: who else stands on the other one would tell who it was.
bool has_unnamed(db::Session& db, const WaveId& wave) {
    return db.value<std::int64_t>(
               "SELECT count(*) FROM wave_members WHERE wave_id = $1 AND listing = 'unnamed'", wave) > 0;
}

}  // namespace

std::optional<EarlierWave> find_earlier(db::Session& db, const WaveId& wave) {
    return db.one<EarlierWave>(R"(
        SELECT e.id, e.title
        FROM waves w JOIN waves e ON e.survey_id = w.survey_id
        WHERE w.id = $1 AND e.id <> w.id AND e.pilot_of IS NULL AND e.opens_at IS NOT NULL
          AND (w.opens_at IS NULL OR e.opens_at < w.opens_at)
        ORDER BY e.opens_at DESC, e.id DESC LIMIT 1)",
                               wave);
}

std::optional<EarlierWave> find_earlier(db::Session& db, const WaveId& wave, const WaveId& earlier) {
    return db.one<EarlierWave>(R"(
        SELECT e.id, e.title
        FROM waves w JOIN waves e ON e.survey_id = w.survey_id
        WHERE w.id = $1 AND e.id = $2 AND e.pilot_of IS NULL AND e.opens_at IS NOT NULL
          AND (w.opens_at IS NULL OR e.opens_at < w.opens_at))",
                               wave, earlier);
}

Turnover find_turnover(db::Session& db, const WaveId& wave) {
    return turnover_between(db, wave, find_earlier(db, wave));
}

Turnover turnover_between(db::Session& db, const WaveId& wave, std::optional<EarlierWave> since) {
    Turnover turnover;
    turnover.since = std::move(since);
    if (!turnover.since || has_unnamed(db, wave) || has_unnamed(db, turnover.since->id)) return {};
    turnover.joined = only_in(db, wave, turnover.since->id);
    turnover.left = only_in(db, turnover.since->id, wave);
    return turnover;
}

}  // namespace konbit::wave_changes
