// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/jobs/handlers.hpp"

#include <cstdint>

namespace konbit::agreements {

/// Adds the job that looks every day for agreements that end within 90 or 30 days. It runs once in the whole
/// installation.
/// @param app  Must outlive the handlers.
void add_renewal_notices(jobs::Handlers& handlers, App& app);

/// Writes to those who keep an agreement when its end comes within 90 days, and again within 30: the
/// facilitators of its cluster, or the people of its organization and, when that is a support organization,
/// the officers of its country. Each notice goes out once for each end; one that is entered late gets the
/// later notice only.
/// @return How many mails were queued.
Result<std::int64_t> send_renewal_notices(App& app);

}  // namespace konbit::agreements
