// SPDX-License-Identifier: Apache-2.0
#include "features/totals/totals_routes.hpp"

#include "db/database.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/exports/leaving.hpp"
#include "features/pages/frame.hpp"
#include "features/permission/own_firms.hpp"
#include "features/totals/totals_policy.hpp"
#include "features/totals/totals_service.hpp"
#include "features/totals/totals_store.hpp"

#include <algorithm>
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

Result<TotalsReader> read_wave_totals(App& app, const http::Request& request, WaveId wave) {
    const auto cluster = app.database.read([&](db::Session& db) {
        return db.one<ClusterId>("SELECT cluster_id FROM waves WHERE id = $1", wave);
    });
    if (!cluster) return failure(ErrorCode::not_found, "totals");
    KONBIT_TRY(Viewer viewer, read_totals(app, request, *cluster));
    const auto released =
        app.database.read([&](db::Session& db) { return released_waves(db, viewer, *cluster); });
    if (std::ranges::find(released, wave, &ReleasedWave::id) == released.end())
        return failure(ErrorCode::not_found, "totals");
    return TotalsReader(*cluster, wave, std::move(viewer));
}

namespace {

/// A figure of totals that a browser is about to save.
struct TakenTotals {
    std::string sha256;  ///< Of its table, as 64 lower-case hexadecimal digits.

    static constexpr auto fields() { return std::tuple{field("sha256", &TakenTotals::sha256)}; }
};

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

Result<http::Created<StampedExport>> take_out(App& app, WaveId, const TotalsReader& by,
                                              Create<TakenTotals> taken, http::Query<StampLanguage>,
                                              const http::Request& request) {
    KONBIT_TRY(const auto totals, totals_of_cluster(app, by.viewer(), by.cluster()));
    const auto wave = std::ranges::find(totals.waves, by.wave(), &TotalsWave::id);
    if (wave == totals.waves.end() || wave->withheld) return failure(ErrorCode::conflict, "totals_withheld");
    KONBIT_TRY(StampedExport noted, exports::note(app, by,
                                                  {.content = ExportContent::funnel,
                                                   .purpose = ExportPurpose::evaluation,
                                                   .answered = wave->answered,
                                                   .asked = wave->asked,
                                                   .sha256 = taken.sha256},
                                                  pages::words_for(app, request)));
    return http::Created<StampedExport>{std::move(noted), {}};
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
        route(http::post, "/api/waves/{id}/totals/exports",
              "Notes a figure of released totals that is saved, and words its stamp", totals::may_take_totals,
              totals::take_out),
        route(http::remove, "/api/waves/{id}/totals", "Takes the release of a wave's totals back",
              may_facilitate_wave, totals::take_back),
    };
    return all;
}

}  // namespace konbit
