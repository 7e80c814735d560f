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

struct AskedChoice {
    bool is_asked = true;

    static constexpr auto fields() { return std::tuple{field("is_asked", &AskedChoice::is_asked)}; }
};

Result<RosterEntry> ask(App& app, WaveId, WaveMemberId member, const WaveFacilitator& by,
                        Create<AskedChoice> wanted) {
    return app.database.write([&](db::Session& db) { return set_asked(db, by, member, wanted.is_asked); });
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
        route(http::put, "/api/waves/{id}/members/{member_id}/asked",
              "Asks one member of a draft, or only lists it", may_facilitate_wave, ask),
    };
    return all;
}

}  // namespace konbit
