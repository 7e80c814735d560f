// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/database.hpp"
#include "features/reference/demo_directory.hpp"

namespace konbit::factsheets {

/// Loads the invented facts of data/demo/country_facts.csv, once.
/// @return The first row that breaks a rule.
Result<void> load_demo_facts(db::Database& database, const DemoDirectory& directory, Instant now);

}  // namespace konbit::factsheets
