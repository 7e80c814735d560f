// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"

/// What happens to roles by the clock. Nothing here takes a right away: a role that has ended counts nowhere
/// from that moment on (accounts::grants_of), whether the job runs or not.
namespace konbit::roles {

/// Whoever holds a role that ends, and who gave it, are told so many days before.
inline constexpr int first_notice_days = 30;
inline constexpr int last_notice_days = 7;

/// Tells about roles that end soon. @return How many mails were queued.
Result<std::int64_t> tell_ending(App& app);

/// Tells those who can name a facilitator of clusters that nobody runs any more, once for each time it
/// happens.
/// @return How many mails were queued.
Result<std::int64_t> tell_orphaned(App& app);

/// Moves what has ended to the former roles; removes old offers, requests and deputies.
Result<void> tidy(App& app);

/// All three, every hour.
void add_role_job(jobs::Handlers& handlers, App& app);

}  // namespace konbit::roles
