// SPDX-License-Identifier: Apache-2.0
#include "features/wave_changes/change_routes.hpp"

#include "db/database.hpp"
#include "features/permission/policies.hpp"
#include "features/wave_changes/change_store.hpp"

#include <array>

namespace konbit::wave_changes {

namespace {

Result<WaveChange> show(App& app, WaveId, const Analyst& by) {
    return app.database.read([&](db::Session& db) { return find_change(db, by); });
}

}  // namespace

}  // namespace konbit::wave_changes

namespace konbit {

std::span<const http::Route<App>> wave_change_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/change", "What became of the network since the wave before",
              may_analyze_wave, wave_changes::show),
    };
    return all;
}

}  // namespace konbit
