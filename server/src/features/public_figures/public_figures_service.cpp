// SPDX-License-Identifier: Apache-2.0
#include "features/public_figures/public_figures_service.hpp"

#include "db/database.hpp"
#include "features/networks/network_service.hpp"
#include "features/networks/network_store.hpp"
#include "features/pages/downloads.hpp"
#include "features/public_figures/public_figures_store.hpp"
#include "features/surveys/wave_store.hpp"

namespace konbit::public_figures {

namespace {

/// The engine reads the answers; what leaves here are figures of all of them.
Result<PublicWave> of_wave(App& app, const ClusterId& cluster, const WaveId& wave) {
    const Analyst by = System::analyst(cluster, wave);
    KONBIT_TRY(const auto report, networks::report_of(app, by));
    KONBIT_TRY(const auto stored, app.database.read([&](db::Session& db) { return networks::load(db, by); }));
    return public_wave_of(stored.data, *report);
}

}  // namespace

Result<PublicNetwork> network_of(App& app, const Viewer& viewer, const ClusterProfile& cluster) {
    PublicNetwork network{.cluster_name = cluster.name,
                          .is_demo = cluster.is_demo,
                          .license = std::string(pages::data_license_url)};
    const auto waves =
        app.database.read([&](db::Session& db) { return released_waves(db, viewer, cluster.id); });
    for (const auto& id : waves) {
        auto wave = of_wave(app, cluster.id, id);
        if (wave)
            network.waves.push_back(std::move(*wave));
        else if (wave.error().code != ErrorCode::conflict)
            return std::unexpected(wave.error());
    }
    return network;
}

Result<Publicity> publicity_of(App& app, const WaveFacilitator& by) {
    auto publicity = app.database.read([&](db::Session& db) { return find(db, by); });
    if (!publicity.is_announced) return publicity;
    KONBIT_TRY(const Wave wave, app.database.read([&](db::Session& db) { return surveys::find(db, by); }));
    if (!networks::is_final(wave.state)) return publicity;
    const auto shown = of_wave(app, by.cluster(), by.wave());
    if (!shown && shown.error().code != ErrorCode::conflict) return std::unexpected(shown.error());
    if (!shown) publicity.withheld = shown.error().reason;
    return publicity;
}

}  // namespace konbit::public_figures
