// SPDX-License-Identifier: Apache-2.0
#include "features/desk/desk_routes.hpp"

#include "db/database.hpp"
#include "features/desk/desk.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

Result<DeskCounts> counts(App& app, const DirectoryEditor& by) {
    return app.database.read([&](db::Session& session) { return desk::count(session, by); });
}

}  // namespace

std::span<const http::Route<App>> desk_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/desk", "How much waits for those who keep the directory", may_add_to_directory,
                    counts),
    };
    return all;
}

}  // namespace konbit
