// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/database.hpp"
#include "features/jobs/handlers.hpp"
#include "features/jobs/lease.hpp"

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace konbit::jobs {

/// What a handler knows of the job that it runs, and how it says how far it is.
class JobContext {
  public:
    const JobId& id() const { return job_.id; }
    const std::string& payload() const { return job_.payload; }
    /// 1 at the first attempt.
    int attempt() const { return static_cast<int>(job_.attempts); }
    /// Whether an error now would end the job.
    bool is_last_attempt() const { return attempt() >= terms_.attempts; }

    /// Keeps the job ours for another lease; call it at least every few minutes of work, not inside a
    /// transaction.
    /// @param progress  0 to 1.
    /// @return False when the work should end soon: the program stops, somebody cancelled the job, or another
    /// node
    ///         has taken it over. What then returns an Error is not counted as an attempt, or is finished as
    ///         cancelled.
    bool report(double progress);
    /// The same question without a look into the database: only whether the program stops.
    bool is_stopping() const { return stopping_; }

  private:
    friend class JobRunner;
    JobContext(db::Database& database, const Clock& clock, const Claimed& job, const Terms& terms,
               std::int64_t lease_ms, const std::atomic<bool>& stopping)
        : database_(database),
          clock_(clock),
          job_(job),
          terms_(terms),
          lease_ms_(lease_ms),
          stopping_(stopping) {}

    db::Database& database_;
    const Clock& clock_;
    const Claimed& job_;
    const Terms& terms_;
    std::int64_t lease_ms_;
    const std::atomic<bool>& stopping_;
    bool is_unwanted_ = false;
};

/// Runs jobs as they fall due: each at least once, on any number of nodes, errors again with growing delays.
///
/// It looks at once when something was enqueued in this process, else every few seconds.
class JobRunner {
  public:
    struct Options {
        unsigned threads = 1;
        std::chrono::milliseconds look_every{3000};
        std::int64_t lease_ms =
            5 * minute_ms;  ///< After which a job of a node that died is taken by another.
    };

    /// The database and the clock must outlive it.
    JobRunner(db::Database& database, const Clock& clock, Handlers handlers, Options options);
    JobRunner(db::Database& database, const Clock& clock, Handlers handlers)
        : JobRunner(database, clock, std::move(handlers), Options()) {}
    ~JobRunner();

    /// Adds the recurring jobs that are not there yet and starts the threads.
    void start();
    /// Takes no more jobs, tells those that run, and waits until they have returned.
    void stop();

    /// Runs what is due on the calling thread, without start(): for tests and commands. @return How many.
    std::size_t run_due();

  private:
    void work();
    bool run_next();
    bool run_next_quietly();
    void add_recurring();
    void run(const Claimed& job, const Handlers::Entry& entry);
    void settle(const Claimed& job, const Terms& terms, const Result<void>& outcome, bool is_unwanted);

    db::Database& database_;
    const Clock& clock_;
    const Handlers handlers_;
    const Options options_;
    std::atomic<bool> stopping_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace konbit::jobs
