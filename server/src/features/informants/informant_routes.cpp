// SPDX-License-Identifier: Apache-2.0
#include "features/informants/informant_routes.hpp"

#include "db/database.hpp"
#include "features/informants/informant_store.hpp"
#include "features/permission/policies.hpp"

#include <array>

namespace konbit::informants {

namespace {

Result<AskedRoster> show(App& app, WaveId, const WaveFacilitator& by) {
    return app.database.read([&](db::Session& db) { return find_asked(db, by); });
}

Result<RosterEntry> change(App& app, WaveId, WaveMemberId member, const WaveFacilitator& by,
                           Create<ChosenInformants> wanted) {
    KONBIT_TRY(const ChosenInformants chosen, checked(std::move(wanted)));
    return app.database.write([&](db::Session& db) { return choose(db, by, member, chosen); });
}

}  // namespace

}  // namespace konbit::informants

namespace konbit {

std::span<const http::Route<App>> informant_routes() {
    using namespace informants;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/informants", "Whom a wave asks, and through which people",
              may_facilitate_wave, show),
        route(http::put, "/api/waves/{id}/members/{member_id}/informants",
              "Chooses the people who answer for a member, each by a link of their own", may_facilitate_wave,
              change),
    };
    return all;
}

}  // namespace konbit
