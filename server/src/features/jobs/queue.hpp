// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/jobs/job.hpp"

#include <optional>

namespace konbit::jobs {

/// Adds a job in the caller's transaction: it exists exactly when that commits.
/// @param now  The time outside of the transaction.
/// @return Nothing when an unfinished job of the kind already has its unique key.
std::optional<JobId> enqueue(db::Session& db, const Job& job, Instant now);

/// Asks a job to end: one that waits never starts, one that runs is told through its JobContext.
/// @return False when there is no such job or it has finished.
bool request_cancel(db::Session& db, const JobId& id);

/// @return Nothing when there is no such job, or it finished so long ago that it was forgotten.
std::optional<JobStatus> find(db::Session& db, const JobId& id);

/// Forgets jobs that finished before `before`. @return How many.
std::int64_t remove_finished(db::Session& db, Instant before);

}  // namespace konbit::jobs
