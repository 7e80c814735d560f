// SPDX-License-Identifier: Apache-2.0
#include "features/projects/project_parts.hpp"

#include "features/search/directory_search.hpp"

#include <fmt/core.h>

#include <map>

namespace konbit::projects {

namespace {

/// A part with the project that it belongs to.
template <class Part>
struct PartRow : Part {
    ProjectId project_id{};

    static constexpr auto fields() {
        return std::tuple_cat(Part::fields(), std::tuple{field("project_id", &PartRow::project_id)});
    }
};

std::vector<std::string> ids_of(const std::vector<ProjectProfile>& projects) {
    std::vector<std::string> ids;
    for (const auto& project : projects) ids.push_back(project.id.str());
    return ids;
}

/// Hands each row to its project.
template <class Part>
void share_out(std::vector<ProjectProfile>& projects, std::vector<PartRow<Part>> rows,
               std::vector<Part> ProjectProfile::* member) {
    std::map<ProjectId, ProjectProfile*> by_id;
    for (auto& project : projects) by_id.emplace(project.id, &project);
    for (auto& row : rows) (by_id.at(row.project_id)->*member).push_back(std::move(row));
}

std::string clusters_seen(const Viewer& viewer) {
    return "SELECT c.id FROM clusters c WHERE " + clusters_visible_to(viewer, "c");
}
std::string organizations_seen(const Viewer& viewer) {
    return "SELECT o.id FROM organizations o WHERE " + organizations_visible_to(viewer, "o");
}

void require_seen(db::Session& session, const std::string& seen, std::string_view column, const auto& id,
                  const std::string& pointer, Findings& findings) {
    const auto found =
        session.value<std::optional<std::string>>(fmt::format("{} AND {} = $1", seen, column), id);
    findings.require(found.has_value(), pointer, "unknown");
}

Result<void> check_seen(db::Session& session, const ProjectProfile& project, const Viewer& viewer) {
    Findings findings;
    for (std::size_t i = 0; i < project.clusters.size(); ++i)
        require_seen(session, clusters_seen(viewer), "c.id", project.clusters[i].cluster_id,
                     fmt::format("/clusters/{}/cluster_id", i), findings);
    for (std::size_t i = 0; i < project.organizations.size(); ++i)
        require_seen(session, organizations_seen(viewer), "o.id", project.organizations[i].organization_id,
                     fmt::format("/organizations/{}/organization_id", i), findings);
    if (findings.empty()) return {};
    return failure(ErrorCode::invalid, "invalid", findings.errors());
}

}  // namespace

std::vector<ProjectProfile> with_parts(db::Session& session, const Viewer& viewer,
                                       std::vector<Project> projects) {
    std::vector<ProjectProfile> profiles;
    for (auto& project : projects) profiles.push_back({std::move(project), {}, {}});
    const std::string of_them = search::is_one_of("p.project_id", ids_of(profiles));
    share_out(profiles,
              session.query<PartRow<ProjectCluster>>(
                  "SELECT p.cluster_id, c.name, c.slug, p.project_id FROM project_clusters p"
                  " JOIN clusters c ON c.id = p.cluster_id WHERE " +
                  of_them + " AND " + clusters_visible_to(viewer, "c") + " ORDER BY p.position, c.sort_key"),
              &ProjectProfile::clusters);
    share_out(
        profiles,
        session.query<PartRow<ProjectOrganization>>(
            "SELECT p.organization_id, p.role, o.name, o.slug, p.project_id"
            " FROM project_organizations p JOIN organizations o ON o.id = p.organization_id WHERE " +
            of_them + " AND " + organizations_visible_to(viewer, "o") + " ORDER BY p.position, o.sort_key"),
        &ProjectProfile::organizations);
    return profiles;
}

Result<void> write_parts(db::Session& session, const ProjectProfile& project, const RegisterEditor& by) {
    KONBIT_CHECK(check_seen(session, project, by.viewer()));
    session.change("DELETE FROM project_clusters WHERE project_id = $1 AND cluster_id IN (" +
                       clusters_seen(by.viewer()) + ")",
                   project.id);
    session.change("DELETE FROM project_organizations WHERE project_id = $1 AND organization_id IN (" +
                       organizations_seen(by.viewer()) + ")",
                   project.id);
    std::int64_t position = 0;
    for (const auto& each : project.clusters)
        session.change("INSERT INTO project_clusters (project_id, cluster_id, position) VALUES ($1, $2, $3)",
                       project.id, each.cluster_id, ++position);
    for (const auto& each : project.organizations)
        session.change(
            "INSERT INTO project_organizations (project_id, organization_id, role, position)"
            " VALUES ($1, $2, $3, $4)",
            project.id, each.organization_id, each.role, ++position);
    return {};
}

}  // namespace konbit::projects
