// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"

namespace konbit::imports {

/// Adds what writes imports, takes them back, and erases old ones with the contacts in them.
///
/// Writing is one transaction: all rows or none, and none after a cancellation. Taking back is one
/// transaction a row: what was edited since, or is used elsewhere by now, is kept and says so.
void add_import_jobs(jobs::Handlers& handlers, App& app);

}  // namespace konbit::imports
