// SPDX-License-Identifier: Apache-2.0
#include "features/networks/network_routes.hpp"

#include "db/database.hpp"
#include "features/networks/freezing.hpp"
#include "features/networks/network_service.hpp"
#include "features/permission/policies.hpp"

namespace konbit::networks {

namespace {

Result<NetworkReport> show(App& app, WaveId, const Analyst& by) {
    KONBIT_TRY(const auto report, report_of(app, by));
    return *report;
}

Result<Wave> freeze(App& app, WaveId, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return freeze_wave(db, by, now); });
}

}  // namespace

}  // namespace konbit::networks

namespace konbit {

std::span<const http::Route<App>> network_routes() {
    using namespace networks;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/network", "What a wave says of the cluster's network",
              may_analyze_wave, show),
        route(http::post, "/api/waves/{id}/freeze",
              "Makes the results of a closed wave final, and notes their hash", may_facilitate_wave, freeze),
    };
    return all;
}

}  // namespace konbit
