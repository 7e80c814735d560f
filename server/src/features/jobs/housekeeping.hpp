// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"

namespace konbit::jobs {

/// How long what nobody needs any more is kept.
inline constexpr std::int64_t mail_kept_ms = 30 * day_ms;
inline constexpr std::int64_t finished_jobs_kept_ms = 30 * day_ms;
/// How long ago the bytes of a removed picture or document must have been written to be erased.
inline constexpr std::int64_t swept_after_ms = hour_ms;

/// Adds the hourly job that forgets ended sessions, Idempotency-Keys older than 45 days, mail and
/// finished jobs older than 30 days, and the bytes of removed pictures and documents. It runs once in the
/// whole installation, on whichever node is first.
/// @param app  Must outlive the handlers.
void add_housekeeping(Handlers& handlers, App& app);

}  // namespace konbit::jobs
