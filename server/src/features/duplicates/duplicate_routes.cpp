// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/duplicate_routes.hpp"

#include "db/database.hpp"
#include "features/duplicates/pair_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using duplicates::DuplicatePairs;
using duplicates::KnownApart;

struct PairQuery {
    std::string country_code;

    static constexpr auto fields() { return std::tuple{field("country_code", &PairQuery::country_code)}; }
};

Result<DuplicatePairs> list(App& app, const DirectoryEditor& by, http::Query<PairQuery> query) {
    return app.database.read(
        [&](db::Session& session) { return duplicates::list_pairs(session, by, query.country_code); });
}

Result<http::NoContent> tell_apart(App& app, const DirectoryEditor& by, Create<KnownApart> pair) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<http::NoContent> {
        KONBIT_CHECK(duplicates::tell_apart(session, pair, by, now));
        return http::NoContent{};
    });
}

}  // namespace

std::span<const http::Route<App>> duplicate_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/duplicates", "Organizations of a country that may be one, with the reasons",
                    may_add_to_directory, list),
        http::route(post, "/api/duplicates/apart", "Notes that two records are two organizations",
                    may_add_to_directory, tell_apart),
    };
    return all;
}

}  // namespace konbit
