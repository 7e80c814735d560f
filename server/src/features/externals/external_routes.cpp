// SPDX-License-Identifier: Apache-2.0
#include "features/externals/external_routes.hpp"

#include "db/database.hpp"
#include "features/externals/external_store.hpp"
#include "features/permission/policies.hpp"

#include <array>

namespace konbit::externals {

namespace {

Result<ExternalList> show(App& app, WaveId id, const WaveFacilitator&) {
    return app.database.read([&](db::Session& db) { return ExternalList{list(db, id)}; });
}

Result<ExternalList> change(App& app, WaveId, const WaveFacilitator& by, Create<ExternalList> wanted) {
    KONBIT_TRY(const ExternalList chosen, checked(std::move(wanted)));
    return app.database.write([&](db::Session& db) { return replace(db, by, chosen); });
}

}  // namespace

}  // namespace konbit::externals

namespace konbit {

std::span<const http::Route<App>> external_routes() {
    using namespace externals;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/externals",
              "The organizations outside the cluster about which a wave asks", may_facilitate_wave, show),
        route(http::put, "/api/waves/{id}/externals", "Chooses them, while the wave is a draft",
              may_facilitate_wave, change),
    };
    return all;
}

}  // namespace konbit
