// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/database.hpp"
#include "features/reference/demo_directory.hpp"

namespace konbit::agreements {

/// Loads the invented agreements of data/demo/agreements.csv, once.
/// @return The first row that breaks a rule.
Result<void> load_demo_agreements(db::Database& database, const DemoDirectory& directory, Instant now);

}  // namespace konbit::agreements
