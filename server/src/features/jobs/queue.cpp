// SPDX-License-Identifier: Apache-2.0
#include "features/jobs/queue.hpp"

#include "db/columns.hpp"
#include "features/jobs/bell.hpp"

namespace konbit::jobs {

std::optional<JobId> enqueue(db::Session& db, const Job& job, Instant now) {
    const auto id = new_id<JobId>();
    const auto added = db.change(R"(
        INSERT INTO jobs (id, kind, payload, unique_key, run_at, created_at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (kind, unique_key) WHERE finished_at IS NULL DO NOTHING)",
                                 id, job.kind, job.payload, job.unique_key, job.run_at.value_or(now), now);
    if (added == 0) return std::nullopt;
    // Before the commit: runners look again shortly after, see JobRunner.
    bell().ring();
    return id;
}

bool request_cancel(db::Session& db, const JobId& id) {
    bell().ring();
    return db.change("UPDATE jobs SET cancel_requested = $2 WHERE id = $1 AND finished_at IS NULL", id,
                     true) > 0;
}

std::optional<JobStatus> find(db::Session& db, const JobId& id) {
    return db.one<JobStatus>("SELECT " + db::columns<JobStatus>() + " FROM jobs WHERE id = $1", id);
}

std::int64_t remove_finished(db::Session& db, Instant before) {
    return db.change("DELETE FROM jobs WHERE finished_at < $1", before);
}

}  // namespace konbit::jobs
