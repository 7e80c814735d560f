// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/id.hpp"
#include "core/time.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace konbit::jobs {

using JobId = Id<struct JobTag>;

/// Work to be done outside of any request.
struct Job {
    std::string kind;            ///< Which handler runs it: lower snake case.
    std::string payload = "{}";  ///< JSON for the handler; ids rather than records, and no secrets.
    std::optional<std::string>
        unique_key{};  ///< While one of the kind with this key is unfinished, no second is added.
    std::optional<Instant> run_at{};  ///< Not before; empty: at once.
};

/// How a job stands, for whoever waits for it.
struct JobStatus {
    JobId id{};
    std::string kind;
    Instant run_at{};
    std::int64_t attempts = 0;  ///< Begun so far.
    double progress = 0;        ///< 0 to 1, as its handler last reported.
    bool cancel_requested = false;
    std::optional<std::string> last_error;  ///< Of the last attempt that failed.
    std::optional<Instant> finished_at;     ///< Set when no further attempt will be made.

    bool is_done() const { return finished_at && !last_error; }
    bool has_failed() const { return finished_at && last_error; }

    static constexpr auto fields() {
        return std::tuple{
            field("id", &JobStatus::id, Access::read_only),
            field("kind", &JobStatus::kind, Access::read_only),
            field("run_at", &JobStatus::run_at, Access::read_only),
            field("attempts", &JobStatus::attempts, Access::read_only),
            field("progress", &JobStatus::progress, Access::read_only),
            field("cancel_requested", &JobStatus::cancel_requested, Access::read_only),
            field("last_error", &JobStatus::last_error, Access::read_only),
            field("finished_at", &JobStatus::finished_at, Access::read_only),
        };
    }
};

}  // namespace konbit::jobs
