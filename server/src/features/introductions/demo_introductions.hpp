// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/database.hpp"
#include "features/reference/demo_directory.hpp"

namespace konbit::introductions {

/// Loads the invented introductions of data/demo/introductions.csv, once; they rest on the answers of the
/// first wave of the demonstration, which must be there.
Result<void> load_demo_introductions(db::Database& database, const DemoDirectory& directory, Instant now);

}  // namespace konbit::introductions
