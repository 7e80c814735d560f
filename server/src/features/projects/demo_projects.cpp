// SPDX-License-Identifier: Apache-2.0
#include "features/projects/demo_projects.hpp"

#include "features/projects/project_rules.hpp"
#include "features/projects/project_store.hpp"
#include "features/reference/demo_rows.hpp"

namespace konbit::projects {

namespace {

/// "windward-cocoa-and-spice …": the clusters by slug.
Result<std::vector<ProjectCluster>> clusters_in(std::string_view text, const DemoDirectory& directory) {
    std::vector<ProjectCluster> clusters;
    for (const auto& slug : words_in(text)) {
        const auto found = directory.clusters.find(slug);
        if (found == directory.clusters.end()) return failure(ErrorCode::not_found, slug);
        clusters.push_back({found->second, {}, {}});
    }
    return clusters;
}

/// "M10:lead M11:trainer": members by number, each with its role.
Result<std::vector<ProjectOrganization>> organizations_in(std::string_view text,
                                                          const DemoDirectory& directory) {
    std::vector<ProjectOrganization> organizations;
    for (const auto& word : words_in(text)) {
        const auto colon = word.find(':');
        const auto found = directory.organizations.find(word.substr(0, colon));
        const auto role = from_name<ProjectRole>(word.substr(colon + 1));
        if (found == directory.organizations.end() || !role) return failure(ErrorCode::not_found, word);
        organizations.push_back({found->second, *role, {}, {}});
    }
    return organizations;
}

Result<ProjectProfile> profile_of(const ReadRecord<Project>& row, const DemoDirectory& directory) {
    ProjectProfile project{row.record, {}, {}};
    KONBIT_TRY(project.clusters, clusters_in(row.others.at("clusters"), directory));
    KONBIT_TRY(project.organizations, organizations_in(row.others.at("organizations"), directory));
    for (auto* date : {&project.starts_on, &project.ends_on, &project.as_of})
        if (*date) *date = directory.shift(**date);
    if (project.call_year && row.record.starts_on)
        *project.call_year += project.starts_on->year() - row.record.starts_on->year();
    project.publication = Publication::published;
    project.is_demo = true;
    return checked(std::move(project));
}

}  // namespace

Result<void> load_demo_projects(db::Database& database, const DemoDirectory& directory, Instant now) {
    KONBIT_TRY(const auto rows, demo_rows<Project>("projects.csv"));
    return database.write([&](db::Session& session) -> Result<void> {
        for (const auto& row : rows) {
            if (find(session, System::viewer(), std::string_view(row.record.slug))) continue;
            KONBIT_TRY(ProjectProfile project, profile_of(row, directory));
            KONBIT_CHECK(insert(session, std::move(project), RegisterSystem::editor(), now));
        }
        return {};
    });
}

}  // namespace konbit::projects
