// SPDX-License-Identifier: Apache-2.0
#include "features/suspensions/suspension_routes.hpp"

#include "db/database.hpp"
#include "features/permission/policies.hpp"
#include "features/suspensions/suspension_store.hpp"

namespace konbit::suspensions {

namespace {

Result<Page<Suspension>> show(App& app, const DirectoryEditor& by) {
    const Instant now = app.clock.now();
    return app.database.read(
        [&](db::Session& db) { return Page<Suspension>{list_kept(db, by, now), {}, {}}; });
}

Result<http::Created<Suspension>> add(App& app, const DirectoryEditor& by, Create<Suspension> wanted) {
    KONBIT_TRY(const Suspension valid, checked(std::move(wanted), app.clock.now()));
    KONBIT_TRY(Suspension made, app.database.write([&](db::Session& db) { return insert(db, by, valid); }));
    return http::Created<Suspension>{std::move(made), {}};
}

Result<http::NoContent> finish(App& app, SuspensionId id, const DirectoryEditor& by) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return end(db, by, id, now); }));
    return http::NoContent{};
}

}  // namespace

}  // namespace konbit::suspensions

namespace konbit {

std::span<const http::Route<App>> suspension_routes() {
    using namespace suspensions;
    using http::route;
    static const std::array all{
        route(http::get, "/api/suspensions", "Suspensions of the countries that the viewer keeps",
              may_add_to_directory, show),
        route(http::post, "/api/suspensions", "Suspends a country: nobody there is reminded of anything",
              may_add_to_directory, add),
        route(http::remove, "/api/suspensions/{suspension_id}", "Ends a suspension now, or takes it back",
              may_add_to_directory, finish),
    };
    return all;
}

}  // namespace konbit
