// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"

namespace konbit::nudges {

/// Adds the daily job that asks those who keep a record whether it is still right.
/// @param app  Must outlive the handlers.
void add_nudge_job(jobs::Handlers& handlers, App& app);

}  // namespace konbit::nudges
