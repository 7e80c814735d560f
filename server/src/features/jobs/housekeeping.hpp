// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"

namespace konbit::jobs {

/// How long what nobody needs any more is kept.
inline constexpr std::int64_t mail_kept_ms = 30 * day_ms;
inline constexpr std::int64_t finished_jobs_kept_ms = 30 * day_ms;

/// Adds the hourly job that forgets ended sessions, Idempotency-Keys older than 45 days, and mail and
/// finished jobs older than 30 days. It runs once in the whole installation, on whichever node is first.
/// @param app  Must outlive the handlers.
void add_housekeeping(Handlers& handlers, App& app);

}  // namespace konbit::jobs
