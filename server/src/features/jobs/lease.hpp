// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/jobs/handlers.hpp"
#include "features/jobs/job.hpp"

#include <optional>
#include <string>

namespace konbit::jobs {

/// A job that this process has taken; nobody else may take it until its lease ends.
struct Claimed {
    JobId id{};
    std::string kind;
    std::string payload;
    std::int64_t attempts = 0;  ///< This one included.
    bool cancel_requested = false;
    std::string
        leased_by;  ///< Names this claim; what a later one has taken over is no longer ours to change.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Claimed::id),
            field("kind", &Claimed::kind),
            field("payload", &Claimed::payload),
            field("attempts", &Claimed::attempts),
            field("cancel_requested", &Claimed::cancel_requested),
            field("leased_by", &Claimed::leased_by),
        };
    }
};

/// Takes the job that has been due longest among the kinds of `handlers`.
/// @param until  End of the lease.
/// @return Nothing when none is due, or another node was faster.
std::optional<Claimed> claim(db::Session& db, const Handlers& handlers, Instant now, Instant until);

/// Notes progress and lengthens the lease. @return False when the job is no longer ours.
bool renew(db::Session& db, const Claimed& job, double progress, Instant until);

/// Whether somebody wants the job to end, or it is no longer ours.
bool is_unwanted(db::Session& db, const Claimed& job);

/// Ends the job: no further attempt. @param error  Empty when it is done.
void finish(db::Session& db, const Claimed& job, Instant now, const std::optional<std::string>& error);

/// Gives the job back, to be taken again from `run_at` on. @param attempts  To be counted as begun.
void give_back(db::Session& db, const Claimed& job, Instant run_at, std::int64_t attempts,
               const std::optional<std::string>& error);

}  // namespace konbit::jobs
