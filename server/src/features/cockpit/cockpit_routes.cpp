// SPDX-License-Identifier: Apache-2.0
#include "features/cockpit/cockpit_routes.hpp"

#include "db/database.hpp"
#include "features/cockpit/cockpit_store.hpp"
#include "features/permission/policies.hpp"
#include "features/rights/departures.hpp"
#include "features/surveys/wave_store.hpp"

#include <array>

namespace konbit::cockpit {

namespace {

Result<Cockpit> show(App& app, WaveId, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& db) -> Result<Cockpit> {
        KONBIT_TRY(const Wave wave, surveys::find(db, by));
        Cockpit cockpit = cockpit_of(wave, list_standings(db, by), links::list_links(db, by), now);
        cockpit.turnover = wave_changes::find_turnover(db, by.wave());
        cockpit.replies = own_network::find_reply_progress(db, by, wave);
        cockpit.names_leave_at = rights::names_leave_soon_at(db, by.cluster(), now);
        return cockpit;
    });
}

}  // namespace

}  // namespace konbit::cockpit

namespace konbit {

std::span<const http::Route<App>> cockpit_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/cockpit", "How far a wave is, and what to do next",
              may_facilitate_wave, cockpit::show),
    };
    return all;
}

}  // namespace konbit
