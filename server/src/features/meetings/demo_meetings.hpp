// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/database.hpp"
#include "features/reference/demo_directory.hpp"

namespace konbit::meetings {

/// Loads the invented meetings of data/demo/meetings.csv, once.
/// @return The first row that breaks a rule.
Result<void> load_demo_meetings(db::Database& database, const DemoDirectory& directory,
                                const ClusterId& cluster, Instant now);

}  // namespace konbit::meetings
