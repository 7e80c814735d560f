// SPDX-License-Identifier: Apache-2.0
#include "features/factsheets/fact_routes.hpp"

#include "db/database.hpp"
#include "features/factsheets/fact_rules.hpp"
#include "features/factsheets/fact_store.hpp"
#include "features/permission/register_policies.hpp"

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::NoContent;
using http::Query;

struct FactQuery {
    std::string country_code;

    static constexpr auto fields() { return std::tuple{field("country_code", &FactQuery::country_code)}; }
};

Result<Factsheet> list(App& app, const Viewer& viewer, Query<FactQuery> query) {
    return app.database.read([&](db::Session& session) -> Result<Factsheet> {
        return factsheets::list(session, viewer, query.country_code);
    });
}

Result<Created<CountryFactProfile>> add(App& app, const DirectoryEditor& by,
                                        Create<CountryFactProfile> draft) {
    const Instant now = app.clock.now();  // outside: the closure may run twice and reads no clock
    KONBIT_TRY(const CountryFactProfile valid, checked(std::move(draft), utc_date(now)));
    KONBIT_TRY(CountryFactProfile made, app.database.write([&](db::Session& session) {
        return factsheets::insert(session, valid, by, now);
    }));
    return Created<CountryFactProfile>{std::move(made)};
}

/// Changes the fields present in the body, leaves the others alone; 412 when If-Match is not the stored
/// version.
Result<CountryFactProfile> change(App& app, FactId id, const DirectoryEditor& by,
                                  Patch<CountryFactProfile> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<CountryFactProfile> {
        KONBIT_TRY(const CountryFactProfile stored, factsheets::find(session, by.viewer(), id));
        KONBIT_TRY(CountryFactProfile wanted, patch.onto(stored));
        KONBIT_TRY(CountryFactProfile valid, checked(std::move(wanted), utc_date(now)));
        return factsheets::update(session, std::move(valid), by, now);
    });
}

Result<NoContent> take_out(App& app, FactId id, const DirectoryEditor& by, IfMatch seen) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const CountryFactProfile stored, factsheets::find(session, by.viewer(), id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(factsheets::remove(session, stored, by, now));
        return NoContent{};
    });
}

Result<CountryFactProfile> confirm(App& app, FactId, const FactConfirmer& by, IfMatch seen) {
    const Instant now = app.clock.now();
    return app.database.write(
        [&](db::Session& session) { return factsheets::confirm(session, seen.version, by, now); });
}

}  // namespace

std::span<const http::Route<App>> fact_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/facts", "The factsheet of a country", anyone, list),
        http::route(post, "/api/facts", "Enters a fact about a country", may_add_to_directory, add),
        http::route(patch, "/api/facts/{id}", "Changes the fields present in the body", may_edit_fact,
                    change),
        http::route(remove, "/api/facts/{id}", "Takes a fact out of the factsheet", may_edit_fact, take_out),
        http::route(post, "/api/facts/{id}/confirm", "The country says that the fact is right",
                    may_confirm_fact, confirm),
    };
    return all;
}

}  // namespace konbit
