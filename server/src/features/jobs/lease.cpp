// SPDX-License-Identifier: Apache-2.0
#include "features/jobs/lease.hpp"

#include "db/columns.hpp"

namespace konbit::jobs {

namespace {

/// The kinds are constants of the program in lower snake case, so they may stand in a statement.
std::string quoted_kinds(const Handlers& handlers) {
    std::string list;
    for (const auto& [kind, entry] : handlers.all()) list += (list.empty() ? "'" : ", '") + kind + "'";
    return list.empty() ? "''" : list;
}

}  // namespace

std::optional<Claimed> claim(db::Session& db, const Handlers& handlers, Instant now, Instant until) {
    // The condition stands twice: the inner one chooses, the outer one is looked at again under the row's
    // lock, so that of two nodes with the same choice only one gets it.
    const std::string sql = R"(
        UPDATE jobs SET lease_until = $2, leased_by = $3, attempts = attempts + 1
        WHERE (lease_until IS NULL OR lease_until <= $1) AND finished_at IS NULL AND id = (
            SELECT id FROM jobs
            WHERE finished_at IS NULL AND run_at <= $1 AND (lease_until IS NULL OR lease_until <= $1)
              AND kind IN ()" +
                            quoted_kinds(handlers) + R"()
            ORDER BY run_at, id
            LIMIT 1)
        RETURNING )" + db::columns<Claimed>();
    return db.one<Claimed>(sql, now, until, new_id<JobId>());
}

bool renew(db::Session& db, const Claimed& job, double progress, Instant until) {
    return db.change("UPDATE jobs SET progress = $3, lease_until = $4 WHERE id = $1 AND leased_by = $2",
                     job.id, job.leased_by, progress, until) > 0;
}

bool is_unwanted(db::Session& db, const Claimed& job) {
    const auto wanted = db.value<std::int64_t>(
        "SELECT count(*) FROM jobs WHERE id = $1 AND leased_by = $2 AND cancel_requested = $3", job.id,
        job.leased_by, false);
    return wanted == 0;
}

void finish(db::Session& db, const Claimed& job, Instant now, const std::optional<std::string>& error) {
    db.change(R"(
        UPDATE jobs SET finished_at = $3, last_error = $4, lease_until = NULL, leased_by = NULL,
                        progress = CASE WHEN CAST($4 AS TEXT) IS NULL THEN 1 ELSE progress END
        WHERE id = $1 AND leased_by = $2)",
              job.id, job.leased_by, now, error);
}

void give_back(db::Session& db, const Claimed& job, Instant run_at, std::int64_t attempts,
               const std::optional<std::string>& error) {
    db.change(R"(
        UPDATE jobs SET run_at = $3, attempts = $4, last_error = $5, lease_until = NULL, leased_by = NULL
        WHERE id = $1 AND leased_by = $2)",
              job.id, job.leased_by, run_at, attempts, error);
}

}  // namespace konbit::jobs
