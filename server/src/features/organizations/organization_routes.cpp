// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/organization_routes.hpp"

#include "db/database.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::NoContent;
using http::Query;

struct OrganizationQuery : organizations::Filter {
    Sort sort = Sort::name;
    int limit = PageRequest::default_size;
    std::string after;
    bool count = false;

    static constexpr auto fields() {
        return std::tuple_cat(organizations::Filter::fields(),
                              std::tuple{
                                  field("sort", &OrganizationQuery::sort).defaulted(),
                                  field("limit", &OrganizationQuery::limit).defaulted(),
                                  field("after", &OrganizationQuery::after).defaulted(),
                                  field("count", &OrganizationQuery::count).defaulted(),
                              });
    }
};

Result<Page<Organization>> list(App& app, const Viewer& viewer, Query<OrganizationQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit, query.count));
    return app.database.read(
        [&](db::Session& session) { return organizations::list(session, viewer, query, query.sort, page); });
}

Result<organizations::Facets> count_facets(App& app, const Viewer& viewer,
                                           Query<organizations::Filter> query) {
    return app.database.read(
        [&](db::Session& session) { return organizations::facets(session, viewer, query); });
}

Result<OrganizationDetails> show(App& app, OrganizationId id, const Viewer& viewer) {
    return app.database.read(
        [&](db::Session& session) { return organizations::find_details(session, viewer, id); });
}

Result<Created<OrganizationDetails>> add(App& app, const DirectoryEditor& by,
                                         Create<OrganizationDetails> draft) {
    const Instant now = app.clock.now();  // outside: the closure may run twice and reads no clock
    OrganizationDetails given = std::move(draft);
    KONBIT_TRY(const OrganizationDetails valid, checked(std::move(given), utc_date(now).year()));
    KONBIT_TRY(OrganizationDetails made, app.database.write([&](db::Session& session) {
        return organizations::insert(session, valid, by, now);
    }));
    return Created<OrganizationDetails>{std::move(made)};
}

/// Changes the fields present in the body, leaves the others alone; 412 when If-Match is not the stored
/// version.
Result<OrganizationDetails> change(App& app, OrganizationId id, const OrganizationEditor& by,
                                   Patch<OrganizationDetails> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<OrganizationDetails> {
        KONBIT_TRY(const OrganizationDetails stored, organizations::find_details(session, by.viewer(), id));
        KONBIT_TRY(OrganizationDetails wanted, patch.onto(stored));
        KONBIT_TRY(OrganizationDetails valid, checked(std::move(wanted), utc_date(now).year()));
        return organizations::update(session, std::move(valid), by, now);
    });
}

/// "All of this is still right", said by the organization itself about the version that it saw.
Result<OrganizationDetails> confirm(App& app, OrganizationId id, const OrganizationEditor& by, IfMatch seen) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<OrganizationDetails> {
        KONBIT_TRY(OrganizationDetails stored, organizations::find_details(session, by.viewer(), id));
        KONBIT_CHECK(seen.check(stored.version));
        return organizations::confirm(session, std::move(stored), by, now);
    });
}

Result<NoContent> take_out(App& app, OrganizationId id, const OrganizationEditor& by, IfMatch seen) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const OrganizationDetails stored, organizations::find_details(session, by.viewer(), id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(organizations::remove(session, stored, by, now));
        return NoContent{};
    });
}

}  // namespace

std::span<const http::Route<App>> organization_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/organizations", "Organizations that the viewer may see", anyone, list),
        http::route(get, "/api/organizations/facets",
                    "What the list can be narrowed to, each with how many would remain", anyone,
                    count_facets),
        http::route(post, "/api/organizations", "Adds an organization to the directory", may_add_to_directory,
                    add),
        http::route(get, "/api/organizations/{id}", "One organization", anyone, show),
        http::route(patch, "/api/organizations/{id}", "Changes the fields present in the body",
                    may_edit_organization, change),
        http::route(post, "/api/organizations/{id}/confirm", "Says that all of the profile is right today",
                    may_edit_organization, confirm),
        http::route(remove, "/api/organizations/{id}", "Takes an organization out of the directory",
                    may_edit_organization, take_out),
    };
    return all;
}

}  // namespace konbit
