// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/permission/register_capabilities.hpp"
#include "features/projects/project.hpp"

#include <vector>

/// The clusters and organizations of projects, which stand in tables of their own.
namespace konbit::projects {

/// The projects with those of their parts that the viewer may see, in the order in which they were given.
/// @complexity Two statements, however many projects.
std::vector<ProjectProfile> with_parts(db::Session& session, const Viewer& viewer,
                                       std::vector<Project> projects);

/// Replaces the parts that the editor may see; the others stay.
/// @return ErrorCode::invalid with "unknown" for each cluster and organization that the editor may not see.
Result<void> write_parts(db::Session& session, const ProjectProfile& project, const RegisterEditor& by);

}  // namespace konbit::projects
