// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"

namespace konbit::reminders {

/// Sends what is due now, and notes it in the same transaction.
/// @return How many mails were queued.
Result<std::size_t> send_due(App& app);

/// Looks four times an hour for reminders that are due.
void add_reminder_job(jobs::Handlers& handlers, App& app);

}  // namespace konbit::reminders
