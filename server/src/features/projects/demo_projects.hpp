// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/database.hpp"
#include "features/reference/demo_directory.hpp"

namespace konbit::projects {

/// Loads the invented projects of data/demo/projects.csv; those that are there already stay as they are.
/// @return The first row that breaks a rule.
Result<void> load_demo_projects(db::Database& database, const DemoDirectory& directory, Instant now);

}  // namespace konbit::projects
