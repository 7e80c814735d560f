// SPDX-License-Identifier: Apache-2.0
#include "features/totals/totals_routes.hpp"

#include "db/database.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/permission/own_firms.hpp"
#include "features/totals/totals_policy.hpp"
#include "features/totals/totals_service.hpp"
#include "features/totals/totals_store.hpp"

#include <array>

namespace konbit {

namespace totals {

Result<Viewer> read_totals(App& app, const http::Request& request, ClusterId cluster) {
    KONBIT_TRY(Viewer viewer, Policies::view_cluster(app, request, cluster));
    KONBIT_TRY(const auto seen,
               app.database.read([&](db::Session& db) { return clusters::find(db, viewer, cluster); }));
    const bool is_adviser =
        viewer.holds(Role::consultant, cluster) &&
        app.database.read([&](db::Session& db) { return own_firms(db, *viewer.account(), cluster).empty(); });
    const bool may = is_adviser || viewer.holds(Role::facilitator, cluster) ||
                     viewer.holds(Role::researcher, cluster) || viewer.holds(Role::researcher) ||
                     viewer.holds(Role::regional_editor) ||
                     viewer.holds_in_country(Role::national, seen.country_code);
    if (!may) return failure(ErrorCode::not_found, "totals");
    return viewer;
}

namespace {

Result<ClusterTotals> show(App& app, ClusterId id, const Viewer& viewer) {
    return totals_of_cluster(app, viewer, id);
}

Result<http::NoContent> put_out(App& app, WaveId, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return release(db, by, now); }));
    return http::NoContent{};
}

Result<http::NoContent> take_back(App& app, WaveId, const WaveFacilitator& by) {
    app.database.write([&](db::Session& db) { withdraw(db, by); });
    return http::NoContent{};
}

}  // namespace

}  // namespace totals

std::span<const http::Route<App>> totals_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/clusters/{cluster_id}/totals",
              "Totals of a cluster's waves that were released, for those who read totals only",
              totals::may_read_totals, totals::show),
        route(http::put, "/api/waves/{id}/totals", "Releases the totals of a wave whose results are final",
              may_facilitate_wave, totals::put_out),
        route(http::remove, "/api/waves/{id}/totals", "Takes the release of a wave's totals back",
              may_facilitate_wave, totals::take_back),
    };
    return all;
}

}  // namespace konbit
