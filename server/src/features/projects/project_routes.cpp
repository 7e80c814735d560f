// SPDX-License-Identifier: Apache-2.0
#include "features/projects/project_routes.hpp"

#include "db/database.hpp"
#include "features/permission/register_policies.hpp"
#include "features/projects/project_rules.hpp"
#include "features/projects/project_store.hpp"

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::NoContent;
using http::Query;

struct ProjectQuery {
    std::string q;
    std::optional<std::string> country_code;
    std::optional<std::string> funder;
    std::optional<ProjectStatus> status;
    std::optional<int> year;
    std::optional<ClusterId> cluster_id;
    std::optional<OrganizationId> organization_id;
    bool mine = false;
    int limit = PageRequest::default_size;
    std::string after;
    bool count = false;

    static constexpr auto fields() {
        return std::tuple{
            field("q", &ProjectQuery::q).defaulted(),
            field("country_code", &ProjectQuery::country_code),
            field("funder", &ProjectQuery::funder),
            field("status", &ProjectQuery::status),
            field("year", &ProjectQuery::year),
            field("cluster_id", &ProjectQuery::cluster_id),
            field("organization_id", &ProjectQuery::organization_id),
            field("mine", &ProjectQuery::mine).defaulted(),
            field("limit", &ProjectQuery::limit).defaulted(),
            field("after", &ProjectQuery::after).defaulted(),
            field("count", &ProjectQuery::count).defaulted(),
        };
    }
};

Result<Page<ProjectProfile>> list(App& app, const Viewer& viewer, Query<ProjectQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit, query.count));
    const projects::Filter filter{query.q,    query.country_code, query.funder,          query.status,
                                  query.year, query.cluster_id,   query.organization_id, query.mine};
    return app.database.read(
        [&](db::Session& session) { return projects::list(session, viewer, filter, page); });
}

Result<ProjectProfile> show(App& app, ProjectId id, const Viewer& viewer) {
    return app.database.read([&](db::Session& session) { return projects::find(session, viewer, id); });
}

Result<Created<ProjectProfile>> add(App& app, const RegisterEditor& by, Create<ProjectProfile> draft) {
    const Instant now = app.clock.now();  // outside: the closure may run twice and reads no clock
    KONBIT_TRY(const ProjectProfile valid, checked(std::move(draft)));
    KONBIT_TRY(ProjectProfile made, app.database.write([&](db::Session& session) {
        return projects::insert(session, valid, by, now);
    }));
    return Created<ProjectProfile>{std::move(made)};
}

/// Changes the fields present in the body, leaves the others alone; 412 when If-Match is not the stored
/// version.
Result<ProjectProfile> change(App& app, ProjectId id, const RegisterEditor& by, Patch<ProjectProfile> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<ProjectProfile> {
        KONBIT_TRY(const ProjectProfile stored, projects::find(session, by.viewer(), id));
        KONBIT_TRY(ProjectProfile wanted, patch.onto(stored));
        KONBIT_TRY(ProjectProfile valid, checked(std::move(wanted)));
        return projects::update(session, std::move(valid), by, now);
    });
}

Result<NoContent> take_out(App& app, ProjectId id, const RegisterEditor& by, IfMatch seen) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const ProjectProfile stored, projects::find(session, by.viewer(), id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(projects::remove(session, stored, by, now));
        return NoContent{};
    });
}

}  // namespace

std::span<const http::Route<App>> project_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/projects", "Cluster projects that the viewer may see", anyone, list),
        http::route(post, "/api/projects", "Enters a cluster project", may_add_to_registers, add),
        http::route(get, "/api/projects/{id}", "One cluster project", anyone, show),
        http::route(patch, "/api/projects/{id}", "Changes the fields present in the body", may_edit_project,
                    change),
        http::route(remove, "/api/projects/{id}", "Takes a project out of the register", may_edit_project,
                    take_out),
    };
    return all;
}

}  // namespace konbit
