// SPDX-License-Identifier: Apache-2.0
#include "features/wave_changes/change_routes.hpp"

#include "db/database.hpp"
#include "features/permission/policies.hpp"
#include "features/wave_changes/change_store.hpp"
#include "features/wave_changes/timeline.hpp"

#include <array>

namespace konbit::wave_changes {

namespace {

struct ChangeQuery {
    std::optional<WaveId> since;  ///< Empty: the wave before.

    static constexpr auto fields() { return std::tuple{field("since", &ChangeQuery::since)}; }
};

Result<WaveChange> show(App& app, WaveId, const Analyst& by, http::Query<ChangeQuery> query) {
    return app.database.read([&](db::Session& db) { return find_change(db, by, query.since); });
}

Result<Timeline> timeline(App& app, WaveId, const Analyst& by) { return timeline_of(app, by); }

}  // namespace

}  // namespace konbit::wave_changes

namespace konbit {

std::span<const http::Route<App>> wave_change_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/change",
              "What became of the network since the wave before, or another one", may_analyze_wave,
              wave_changes::show),
        route(http::get, "/api/waves/{id}/timeline", "The funnel through all waves of the survey",
              may_analyze_wave, wave_changes::timeline),
    };
    return all;
}

}  // namespace konbit
