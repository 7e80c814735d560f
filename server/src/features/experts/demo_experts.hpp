// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/database.hpp"
#include "features/reference/demo_directory.hpp"

namespace konbit::experts {

/// Loads the invented experts of data/demo/experts.csv, who count as having confirmed; those that are there
/// already stay as they are.
/// @return The first row that breaks a rule.
Result<void> load_demo_experts(db::Database& database, const DemoDirectory& directory, Instant now);

}  // namespace konbit::experts
