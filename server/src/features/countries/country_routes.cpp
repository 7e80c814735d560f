// SPDX-License-Identifier: Apache-2.0
#include "features/countries/country_routes.hpp"

#include "db/database.hpp"
#include "features/countries/country_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

Result<CountryList> list(App& app, const Viewer& viewer, const http::Request& request) {
    return app.database.read(
        [&](db::Session& session) { return countries::list(session, viewer, request.language); });
}

Result<CountryProfile> show(App& app, std::string code, const Viewer& viewer, const http::Request& request) {
    return app.database.read(
        [&](db::Session& session) { return countries::find(session, viewer, code, request.language); });
}

}  // namespace

std::span<const http::Route<App>> country_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/countries", "The countries of the region, named in the reader's language",
                    anyone, list),
        http::route(get, "/api/countries/{code}", "One country, by its ISO 3166-1 alpha-2 code", anyone,
                    show),
    };
    return all;
}

}  // namespace konbit
