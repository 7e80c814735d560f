// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/organizations/slugs.hpp"
#include "features/permission/register_capabilities.hpp"
#include "features/projects/project.hpp"
#include "features/search/facet.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

inline constexpr SlugTables project_slugs{"projects", "project_slugs", "project_id"};

/// The register of cluster projects in the database.
namespace projects {

/// What a list is narrowed to; empty members do not narrow it.
struct Filter {
    std::string q{};  ///< Words of names, descriptions, funders and calls; the last may be unfinished.
    std::optional<std::string> country_code{};
    std::optional<std::string> funder{};  ///< Exactly as written.
    std::optional<ProjectStatus> status{};
    std::optional<int> year{};  ///< In which it ran, or of its call.
    std::optional<ClusterId> cluster_id{};
    std::optional<OrganizationId> organization_id{};
    bool mine = false;  ///< Only projects that the viewer may change.
};

/// @return ErrorCode::not_found also for a project that the viewer may not see.
Result<ProjectProfile> find(db::Session& session, const Viewer& viewer, const ProjectId& id);
Result<ProjectProfile> find(db::Session& session, const Viewer& viewer, std::string_view slug);

/// A page of the projects that the viewer may see, by name or, with words to search for, best matches first;
/// each with its clusters and organizations as far as the viewer may see those.
Result<Page<ProjectProfile>> list(db::Session& session, const Viewer& viewer, const Filter& filter,
                                  const PageRequest& page);

/// What the filters of a page offer: each counted under all other filters, its own left out.
struct Facets {
    std::vector<Facet> countries;  ///< Largest first.
    std::vector<Facet> funders;    ///< Largest first.
    std::vector<Facet> statuses;   ///< Largest first.
    std::vector<Facet> years;      ///< Newest first.
};
Facets facets(db::Session& session, const Viewer& viewer, const Filter& filter);

/// Makes the id, the times and, when it has none, the slug.
/// @return ErrorCode::forbidden "out_of_reach" at /countries when neither a country nor a cluster of it is in
/// the editor's reach; ErrorCode::invalid "unknown" for a cluster or organization that the editor may not
/// see.
Result<ProjectProfile> insert(db::Session& session, ProjectProfile project, const RegisterEditor& by,
                              const history::Occasion& at);

/// Writes a project that was found before; keeps the address that it leaves, and the clusters and
/// organizations that the editor may not see.
/// @return As insert(); ErrorCode::stale when it was changed meanwhile.
Result<ProjectProfile> update(db::Session& session, ProjectProfile project, const RegisterEditor& by,
                              const history::Occasion& at);

/// @return ErrorCode::stale when it was changed meanwhile.
Result<void> remove(db::Session& session, const ProjectProfile& project, const RegisterEditor& by,
                    const history::Occasion& at);

/// The condition that `organizations AS alias` took part in a project that was begun and not cancelled, of
/// those that the viewer may see.
std::string has_run_project(const Viewer& viewer, std::string_view alias);

}  // namespace projects
}  // namespace konbit
