// SPDX-License-Identifier: Apache-2.0
#include "features/projects/project_store.hpp"

#include "db/columns.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/permission/register_viewer.hpp"
#include "features/projects/project_parts.hpp"
#include "features/search/directory_search.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace konbit::projects {

namespace {

const std::string& all_columns() {
    static const std::string columns = db::columns<Project>("p");
    return columns;
}

std::string project_in(std::string_view table, std::string_view column, const std::string& id) {
    return fmt::format(" AND p.id IN (SELECT project_id FROM {} WHERE {})", table,
                       search::is_one_of(column, {id}));
}

/// The filters but the search for words, as $1 country, $2 funder, $3 status, $4 year; and what the viewer
/// may see. A project that runs without a known end runs on.
std::string matching(const Viewer& viewer, const Filter& filter) {
    std::string sql =
        "(CAST($1 AS TEXT) IS NULL OR p.countries LIKE '%\"' || CAST($1 AS TEXT) || '\"%')"
        " AND (CAST($2 AS TEXT) IS NULL OR p.funder = $2)"
        " AND (CAST($3 AS TEXT) IS NULL OR p.status = $3)"
        " AND (CAST($4 AS TEXT) IS NULL OR CAST(p.call_year AS TEXT) = CAST($4 AS TEXT)"
        " OR (p.starts_on <= CAST($4 AS TEXT) || '-12-31' AND COALESCE(p.ends_on,"
        " CASE WHEN p.status = 'running' THEN '9999' ELSE p.starts_on END) >= CAST($4 AS TEXT)))"
        " AND " +
        projects_visible_to(viewer, "p");
    if (filter.cluster_id) sql += project_in("project_clusters", "cluster_id", filter.cluster_id->str());
    if (filter.organization_id)
        sql += project_in("project_organizations", "organization_id", filter.organization_id->str());
    if (filter.mine) sql += " AND " + projects_editable_by(viewer, "p");
    return sql;
}

search::List searched(const Viewer& viewer, const Filter& filter) {
    return {search::Kind::project,
            all_columns(),
            "projects p",
            "p.id",
            matching(viewer, filter),
            {filter.country_code, filter.funder, filter.status, filter.year}};
}

/// Runs a statement over the list that the filter leaves: the first `{}` is its FROM, the
/// second its condition.
template <class T>
std::vector<T> query(db::Session& session, const Viewer& viewer, const Filter& filter, std::string_view sql) {
    search::List list = searched(viewer, filter);
    const search::Finder finder(session, list, filter.q);
    if (!filter.q.empty()) list = finder.narrowed();
    return session.query_with<T>(fmt::format(fmt::runtime(sql), list.from, list.condition), list.arguments);
}

std::vector<Facet> count_funders(db::Session& session, const Viewer& viewer, const Filter& filter) {
    return query<Facet>(session, viewer, filter,
                        "SELECT p.funder AS code, count(*) AS n FROM {} WHERE {}"
                        " GROUP BY p.funder ORDER BY n DESC, code");
}

std::vector<Facet> count_statuses(db::Session& session, const Viewer& viewer, const Filter& filter) {
    return query<Facet>(session, viewer, filter,
                        "SELECT p.status AS code, count(*) AS n FROM {} WHERE {}"
                        " GROUP BY p.status ORDER BY n DESC, code");
}

std::vector<Facet> count_countries(db::Session& session, const Viewer& viewer, const Filter& filter) {
    return query<Facet>(session, viewer, filter,
                        "SELECT t.code, count(*) AS n FROM {} JOIN countries t"
                        " ON p.countries LIKE '%\"' || t.code || '\"%' WHERE {}"
                        " GROUP BY t.code ORDER BY n DESC, t.code");
}

/// In which years a project counts.
struct Years {
    std::optional<int> call_year;
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;

    static constexpr auto fields() {
        return std::tuple{field("call_year", &Years::call_year), field("starts_on", &Years::starts_on),
                          field("ends_on", &Years::ends_on)};
    }
};

/// A project of ten years counts in each of them.
std::vector<Facet> count_years(db::Session& session, const Viewer& viewer, const Filter& filter) {
    std::map<int, std::int64_t, std::greater<>> counts;
    for (const auto& each : query<Years>(session, viewer, filter,
                                         "SELECT p.call_year, p.starts_on, p.ends_on FROM {} WHERE {}")) {
        const int first = each.starts_on ? each.starts_on->year() : each.call_year.value_or(0);
        const int last = each.ends_on ? std::max(first, each.ends_on->year()) : first;
        for (int year = first; year != 0 && year <= last; ++year) counts[year] += 1;
        if (each.call_year && (*each.call_year < first || *each.call_year > last))
            counts[*each.call_year] += 1;
    }
    std::vector<Facet> facets;
    for (const auto& [year, count] : counts) facets.push_back({std::to_string(year), count});
    return facets;
}

Result<Page<Project>> list_sorted(db::Session& session, const Viewer& viewer, const Filter& filter,
                                  const PageRequest& page) {
    auto found = session.page<Project>(page, db::ascending(&Project::sort_key),
                                       "SELECT " + all_columns() + " FROM projects p WHERE " +
                                           matching(viewer, filter) +
                                           " AND (p.sort_key, p.id) > ($5, $6)"
                                           " ORDER BY p.sort_key, p.id LIMIT $7",
                                       filter.country_code, filter.funder, filter.status, filter.year);
    if (found && page.with_count)
        found->count =
            query<std::int64_t>(session, viewer, filter, "SELECT count(*) FROM {} WHERE {}").front();
    return found;
}

Result<ProjectProfile> found(db::Session& session, const Viewer& viewer, std::optional<Project> project) {
    if (!project) return failure(ErrorCode::not_found, "project");
    return with_parts(session, viewer, {*std::move(project)}).front();
}

search::Document document_of(const Project& project) {
    std::string body = project.call_name.value_or("");
    for (const auto& [language, text] : project.description.texts) body += ' ' + text;
    return {search::Kind::project, project.id.str(), project.name, project.funder, std::move(body)};
}

/// What is written around the row itself; asks of the row as it then stands whether the editor reaches it.
Result<ProjectProfile> settled(db::Session& session, const ProjectProfile& project,
                               const RegisterEditor& by) {
    KONBIT_CHECK(write_parts(session, project, by));
    search::put(session, document_of(project));
    const auto reached = session.value<std::optional<std::int64_t>>(
        "SELECT 1 FROM projects p WHERE p.id = $1 AND " + projects_editable_by(by.viewer(), "p"), project.id);
    if (!reached) return failure(ErrorCode::forbidden, "out_of_reach", {{"/countries", "out_of_reach"}});
    return find(session, by.viewer(), project.id);
}

void remember(db::Session& session, const std::optional<ProjectProfile>& before,
              const std::optional<ProjectProfile>& after, const RegisterEditor& by,
              const history::Occasion& at) {
    history::record(session, history::Kind::project, (after ? after : before)->id, before, after,
                    history::by(by.viewer(), at));
}

/// A project belongs to its clusters; without any, to those who keep the register.
bool speaks_for(db::Session& session, const Viewer& viewer, const ProjectId& project) {
    const auto clusters =
        session.query<ClusterId>("SELECT cluster_id FROM project_clusters WHERE project_id = $1", project);
    return clusters.empty() || std::ranges::any_of(clusters, [&](const ClusterId& cluster) {
               return viewer.holds(Role::facilitator, cluster);
           });
}

}  // namespace

Result<ProjectProfile> find(db::Session& session, const Viewer& viewer, const ProjectId& id) {
    return found(session, viewer,
                 session.one<Project>("SELECT " + all_columns() + " FROM projects p WHERE p.id = $1 AND " +
                                          projects_visible_to(viewer, "p"),
                                      id));
}

Result<ProjectProfile> find(db::Session& session, const Viewer& viewer, std::string_view slug) {
    return found(session, viewer,
                 session.one<Project>("SELECT " + all_columns() + " FROM projects p WHERE p.slug = $1 AND " +
                                          projects_visible_to(viewer, "p"),
                                      slug));
}

Result<Page<ProjectProfile>> list(db::Session& session, const Viewer& viewer, const Filter& filter,
                                  const PageRequest& page) {
    KONBIT_TRY(Page<Project> found,
               filter.q.empty()
                   ? list_sorted(session, viewer, filter, page)
                   : search::Finder(session, searched(viewer, filter), filter.q).page<Project>(page));
    return Page<ProjectProfile>{with_parts(session, viewer, std::move(found.items)), std::move(found.next),
                                found.count};
}

Facets facets(db::Session& session, const Viewer& viewer, const Filter& filter) {
    Filter any_country = filter, any_funder = filter, any_status = filter, any_year = filter;
    any_country.country_code.reset();
    any_funder.funder.reset();
    any_status.status.reset();
    any_year.year.reset();
    return {
        count_countries(session, viewer, any_country),
        count_funders(session, viewer, any_funder),
        count_statuses(session, viewer, any_status),
        count_years(session, viewer, any_year),
    };
}

Result<ProjectProfile> insert(db::Session& session, ProjectProfile project, const RegisterEditor& by,
                              const history::Occasion& at) {
    project.id = new_id<ProjectId>();
    project.version = 1;
    project.created_at = project.updated_at = at.now;
    KONBIT_CHECK(settle_slug(session, project_slugs, project));
    db::insert<Project>(session, "projects", project);
    KONBIT_TRY(ProjectProfile made, settled(session, project, by));
    remember(session, {}, made, by, at);
    return made;
}

Result<ProjectProfile> update(db::Session& session, ProjectProfile project, const RegisterEditor& by,
                              const history::Occasion& at) {
    KONBIT_TRY(const ProjectProfile stored, find(session, by.viewer(), project.id));
    if (is_raised(stored.visibility, project.visibility) && !speaks_for(session, by.viewer(), stored.id))
        return forbidden_at("/visibility", "owner_only");
    project.updated_at = at.now;
    KONBIT_CHECK(settle_slug(session, project_slugs, project, stored.slug));
    KONBIT_CHECK(db::update<Project>(session, "projects", project));
    KONBIT_TRY(ProjectProfile changed, settled(session, project, by));
    remember(session, stored, changed, by, at);
    return changed;
}

Result<void> remove(db::Session& session, const ProjectProfile& project, const RegisterEditor& by,
                    const history::Occasion& at) {
    const auto removed =
        session.change("DELETE FROM projects WHERE id = $1 AND version = $2", project.id, project.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    search::remove(session, search::Kind::project, project.id.view());
    remember(session, project, {}, by, at);
    return {};
}

std::string has_run_project(const Viewer& viewer, std::string_view alias) {
    return fmt::format(
        "{}.id IN (SELECT po.organization_id FROM project_organizations po JOIN projects p ON p.id ="
        " po.project_id WHERE p.status IN ('running', 'completed') AND {})",
        alias, projects_visible_to(viewer, "p"));
}

}  // namespace konbit::projects
