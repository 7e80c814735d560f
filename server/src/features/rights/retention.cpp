// SPDX-License-Identifier: Apache-2.0
#include "features/rights/retention.hpp"

#include "core/log.hpp"
#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/networks/freezing.hpp"
#include "features/rights/unlisting.hpp"
#include "features/sealed/sealed_store.hpp"
#include "features/sealed/wave_keys.hpp"

#include <array>
#include <string_view>

namespace konbit::rights {

namespace {

/// Each is about one respondent of the wave.
constexpr std::array<std::string_view, 7> only_for_names{
    "DELETE FROM disputed_ties WHERE respondent_id IN ",
    "DELETE FROM unlisted_organizations WHERE respondent_id IN ",
    "DELETE FROM entries WHERE id IN ",
    "DELETE FROM answer_corrections WHERE respondent_id IN ",
    "DELETE FROM replies WHERE respondent_id IN ",
    "DELETE FROM prefills WHERE respondent_id IN ",
    // A list of links that somebody kept would else tell who is who.
    "UPDATE respondents SET link_version = link_version + 1 WHERE id IN ",
};

void erase_what_serves_names(db::Session& db, const WaveId& wave) {
    for (const auto& respondent :
         db.query<RespondentId>("SELECT id FROM respondents WHERE wave_id = $1", wave))
        sealed::remove_all(db, respondent);
    for (const auto statement : only_for_names)
        db.change(std::string(statement) + "(SELECT id FROM respondents WHERE wave_id = $1)", wave);
}

Result<void> pseudonymize(App& app) {
    const Instant now = app.clock.now();
    for (const auto& wave : app.database.read([&](db::Session& db) { return list_outlived(db, now); })) {
        // First: a run that ends here finds the wave again by its names, but never again by its key.
        sealed::destroy_wave_key(app.keys, wave.id);
        KONBIT_CHECK(app.database.write([&](db::Session& db) { return take_names_off(db, wave, now); }));
        log::info("names taken off a wave", {{"wave", wave.id.str()}});
    }
    return {};
}

}  // namespace

std::vector<Wave> list_outlived(db::Session& db, Instant now) {
    return db.query<Wave>("SELECT " + db::columns<Wave>("w") + R"( FROM waves w
        WHERE w.pilot_of IS NULL AND w.state <> 'draft' AND NOT w.is_demo
          AND EXISTS (SELECT 1 FROM wave_members m WHERE m.wave_id = w.id AND m.listing = 'named')
          AND NOT EXISTS (SELECT 1 FROM waves l
                          WHERE l.cluster_id = w.cluster_id AND l.pilot_of IS NULL AND l.state <> 'draft'
                            AND (l.state = 'open' OR COALESCE(l.closed_at, l.opens_at) > $1))
        ORDER BY w.id)",
                          now - names_kept_ms);
}

Result<void> take_names_off(db::Session& db, const Wave& wave, Instant now) {
    erase_what_serves_names(db, wave.id);
    for (const auto& member : db.query<WaveMemberId>(
             "SELECT id FROM wave_members WHERE wave_id = $1 AND listing = 'named'", wave.id))
        unname(db, member);
    return networks::release(db, wave.cluster_id, wave.id, networks::ReleaseCause::retention, now);
}

void add_retention_job(jobs::Handlers& handlers, App& app) {
    handlers.add(
        "retention", [&app](jobs::JobContext&) { return pseudonymize(app); },
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = day_ms});
}

}  // namespace konbit::rights
