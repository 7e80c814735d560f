// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/database.hpp"
#include "features/reference/demo_directory.hpp"

namespace konbit::recipes {

/// Loads the invented beginning of data/demo/recipe.csv, once.
/// @return The rule that it breaks.
Result<void> load_demo_recipe(db::Database& database, const DemoDirectory& directory,
                              const ClusterId& cluster, Instant now);

}  // namespace konbit::recipes
