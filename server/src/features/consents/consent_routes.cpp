// SPDX-License-Identifier: Apache-2.0
#include "features/consents/consent_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/consents/consent_use.hpp"
#include "features/permission/policies.hpp"

#include <array>

namespace konbit::consents {

namespace {

Result<Page<ShownText>> show(App& app, WaveId, const WaveFacilitator& by) {
    return app.database.read([&](db::Session& db) { return Page<ShownText>{list_texts(db, by), {}, {}}; });
}

}  // namespace

}  // namespace konbit::consents

namespace konbit {

std::span<const http::Route<App>> consent_routes() {
    static const std::array all{
        http::route(http::get, "/api/waves/{id}/consents",
                    "The texts that members agreed to, with hash and numbers", may_facilitate_wave,
                    consents::show),
    };
    return all;
}

}  // namespace konbit
