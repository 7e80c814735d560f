// SPDX-License-Identifier: Apache-2.0
#include "features/abilities/ability_routes.hpp"

#include "db/database.hpp"
#include "features/abilities/ability_store.hpp"
#include "features/api_table.hpp"

#include <array>

namespace konbit::abilities {

namespace {

/// Pages show nothing that the API does not give.
Table table_of(const App& app) {
    Table table;
    for (const auto& endpoint : app.api.endpoints)
        if (endpoint.info->is_api()) table.push_back(endpoint.info);
    return table;
}

Result<Abilities> show_own(App& app, const SignedIn& by, const http::Request& request) {
    const Table table = table_of(app);
    return app.database.read(
        [&](db::Session& session) { return find_own(session, by, table, request.language); });
}

Result<Abilities> show(App& app, Scope, std::string, AccountId account, const RoleKeeper& by,
                       const http::Request& request) {
    const Table table = table_of(app);
    const Instant now = app.clock.now();
    return app.database.read(
        [&](db::Session& session) { return find(session, by, account, table, request.language, now); });
}

}  // namespace

}  // namespace konbit::abilities

namespace konbit {

std::span<const http::Route<App>> ability_routes() {
    using namespace abilities;
    using http::route;
    static const std::array all{
        route(http::get, "/api/account/abilities", "What the own account can do, and what it cannot",
              signed_in, show_own),
        route(http::get, "/api/roles/{scope}/{scope_id}/accounts/{account_id}",
              "What an account can do by its roles in one place", may_keep_roles, show),
    };
    return all;
}

}  // namespace konbit
