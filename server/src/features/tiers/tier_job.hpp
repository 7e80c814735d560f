// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"

namespace konbit::tiers {

/// Adds the job that works out a tier after its record changed, and the daily one that works all of them out,
/// because time alone ends activity, reviews and waivers.
/// @param app  Must outlive the handlers.
void add_tier_jobs(jobs::Handlers& handlers, App& app);

/// Notes for the invented clusters whose story says so that they have an agreement, and a review.
Result<void> load_demo_evidence(App& app);

}  // namespace konbit::tiers
