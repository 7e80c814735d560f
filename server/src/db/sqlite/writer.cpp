// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/writer.hpp"

#include "db/inside.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace konbit::db::sqlite {

namespace {

/// Bounds how long the first of a batch waits for the last.
constexpr std::size_t largest_batch = 512;

}  // namespace

Writer::Writer(const std::string& path, const Options& options, const void* owner)
    : connection_(path, Role::writer, options), owner_(owner), thread_([this] { work(); }) {}

void Writer::run(detail::Task& task) {
    Job job{task};
    std::unique_lock lock(mutex_);
    if (is_closing_) throw Unavailable("closing", "the database is being closed");
    queue_.push_back(&job);
    arrived_.notify_one();
    job.done_changed.wait(lock, [&] { return job.is_done; });
    lock.unlock();
    if (job.error) std::rethrow_exception(job.error);
}

void Writer::close() {
    {
        const std::scoped_lock lock(mutex_);
        is_closing_ = true;
        arrived_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
}

void Writer::work() {
    const Inside inside(owner_);
    for (Batch batch = next_batch(); !batch.empty(); batch = next_batch()) {
        process(batch);
        finish(batch);
    }
}

/// @return How many of the first are committed together. A large one is alone: within a savepoint SQLite
/// keeps the old
///         pages in a list in memory, which it walks along after every statement: ten thousand rows would
///         take minutes.
std::size_t Writer::company(const Batch& queue) {
    const std::size_t most = std::min(queue.size(), largest_batch);
    for (std::size_t i = 0; i < most; ++i)
        if (queue[i]->task.is_large) return std::max<std::size_t>(i, 1);
    return most;
}

/// @return What has arrived, or nothing once the writer is closing and all is done.
Writer::Batch Writer::next_batch() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return is_closing_ || !queue_.empty(); });
    const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(company(queue_));
    Batch batch(queue_.begin(), end);
    queue_.erase(queue_.begin(), end);
    return batch;
}

void Writer::process(const Batch& batch) {
    try {
        if (batch.size() == 1)
            commit_alone(*batch.front());
        else
            commit_together(batch);
    } catch (...) {
        connection_.roll_back();
        for (Job* const job : batch) {
            if (!job->error) job->error = std::current_exception();
        }
    }
}

void Writer::commit_alone(Job& job) {
    connection_.change("BEGIN IMMEDIATE");
    if (run_unless_failed(job.task))
        connection_.change("COMMIT");
    else
        connection_.roll_back();
}

void Writer::commit_together(const Batch& batch) {
    connection_.change("BEGIN IMMEDIATE");
    for (Job* const job : batch) run_in_savepoint(*job);
    connection_.change("COMMIT");
}

/// PostgreSQL takes a transaction back once a statement in it has failed, so a closure may not rely on going
/// on here.
bool Writer::run_unless_failed(detail::Task& task) {
    const int failures = failures_on_this_thread();
    const bool keep = task.run(connection_);
    if (!keep || failures == failures_on_this_thread()) return keep;
    throw std::logic_error("a closure went on after a failed statement; its transaction was rolled back");
}

void Writer::run_in_savepoint(Job& job) {
    connection_.change("SAVEPOINT job");
    bool keep = false;
    try {
        keep = run_unless_failed(job.task);
    } catch (...) {
        job.error = std::current_exception();
        // A full disk takes the whole transaction back: then nothing of the batch may be acknowledged.
        if (!connection_.is_in_transaction()) throw;
    }
    if (!keep) connection_.change("ROLLBACK TO job");
    connection_.change("RELEASE job");
}

void Writer::finish(const Batch& batch) {
    const std::scoped_lock lock(mutex_);
    for (Job* const job : batch) {
        job->is_done = true;
        job->done_changed.notify_one();  // under the lock: the job is gone as soon as its thread runs
    }
}

}  // namespace konbit::db::sqlite
