// SPDX-License-Identifier: Apache-2.0
#include "features/totals/totals_service.hpp"

#include "db/database.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/networks/network_service.hpp"
#include "features/networks/network_store.hpp"
#include "features/totals/totals_store.hpp"

namespace konbit::totals {

namespace {

/// The engine reads the answers; what the viewer gets of them are totals.
Result<TotalsWave> of_wave(App& app, const ClusterId& cluster, const ReleasedWave& released) {
    const Analyst by = System::analyst(cluster, released.id);
    KONBIT_TRY(const auto report, networks::report_of(app, by));
    KONBIT_TRY(const auto stored, app.database.read([&](db::Session& db) { return networks::load(db, by); }));
    return totals_of(stored.data, *report, released.has_named_readers);
}

}  // namespace

Result<ClusterTotals> totals_of_cluster(App& app, const Viewer& viewer, const ClusterId& id) {
    KONBIT_TRY(const auto cluster,
               app.database.read([&](db::Session& db) { return clusters::find(db, viewer, id); }));
    ClusterTotals all{.cluster_name = cluster.name, .is_demo = cluster.is_demo};
    const auto waves = app.database.read([&](db::Session& db) {
        all.waiting = waiting_waves(db, viewer, id);
        return released_waves(db, viewer, id);
    });
    for (const auto& wave : waves) {
        KONBIT_TRY(auto found, of_wave(app, id, wave));
        all.waves.push_back(std::move(found));
    }
    return all;
}

}  // namespace konbit::totals
