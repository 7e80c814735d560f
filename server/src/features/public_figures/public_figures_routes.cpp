// SPDX-License-Identifier: Apache-2.0
#include "features/public_figures/public_figures_routes.hpp"

#include "db/database.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/permission/policies.hpp"
#include "features/public_figures/public_figures_page.hpp"
#include "features/public_figures/public_figures_service.hpp"
#include "features/public_figures/public_figures_store.hpp"

#include <array>

namespace konbit {

namespace {

using namespace public_figures;

Result<PublicNetwork> show(App& app, ClusterId id, const Viewer& viewer) {
    KONBIT_TRY(const auto cluster,
               app.database.read([&](db::Session& db) { return clusters::find(db, viewer, id); }));
    return network_of(app, viewer, cluster);
}

Result<Publicity> show_publicity(App& app, WaveId, const WaveFacilitator& by) {
    return publicity_of(app, by);
}

Result<Publicity> put_into_consent(App& app, WaveId, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return announce(db, by, now); }));
    return publicity_of(app, by);
}

Result<Publicity> take_out_of_consent(App& app, WaveId, const WaveFacilitator& by) {
    app.database.write([&](db::Session& db) { take_announcement_back(db, by); });
    return publicity_of(app, by);
}

Result<Publicity> put_out(App& app, WaveId, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const auto publicity, publicity_of(app, by));
    if (publicity.withheld) return failure(ErrorCode::conflict, *publicity.withheld);
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return release(db, by, now); }));
    return publicity_of(app, by);
}

Result<Publicity> take_back(App& app, WaveId, const WaveFacilitator& by) {
    app.database.write([&](db::Session& db) { withdraw(db, by); });
    return publicity_of(app, by);
}

}  // namespace

std::span<const http::Route<App>> public_figures_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/clusters/{cluster_id}/public_figures",
              "Figures of a cluster's network that everybody may read", may_view_cluster, show),
        route(http::get, "/api/waves/{id}/public_figures",
              "Whether figures of a wave are public, and what keeps them", may_facilitate_wave,
              show_publicity),
        route(http::put, "/api/waves/{id}/public_figures",
              "Lets everybody read figures of a wave whose consent says so", may_facilitate_wave, put_out),
        route(http::remove, "/api/waves/{id}/public_figures",
              "Takes the figures of a wave back from the public", may_facilitate_wave, take_back),
        route(http::put, "/api/waves/{id}/public_figures/announcement",
              "Says in the consent of a draft that totals of the whole network are public",
              may_facilitate_wave, put_into_consent),
        route(http::remove, "/api/waves/{id}/public_figures/announcement",
              "Takes that out of the consent, and what was released with it", may_facilitate_wave,
              take_out_of_consent),
        route(http::get, "/clusters/{slug}/network", "Figures of a cluster's network", anyone, network_page),
        route(http::get, "/clusters/{slug}/network.csv", "The same as a table", anyone, network_csv),
        route(http::get, "/embed/clusters/{slug}/network",
              "A picture of a cluster's network, for the frames of other sites", anyone, embedded_network),
    };
    return all;
}

}  // namespace konbit
