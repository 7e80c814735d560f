// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/database.hpp"
#include "db/sqlite/connection.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace konbit::db::sqlite {

/// The one thread that writes to the file. What arrives while a commit is being synced is committed together,
/// each closure in a savepoint of its own; a large one is committed alone. So the number of writes per second
/// does not hang on the speed of the disk.
class Writer {
  public:
    /// @param owner  The database whose closures must not call it again.
    Writer(const std::string& path, const Options& options, const void* owner);
    ~Writer() { close(); }

    /// Returns when what the task wrote is on disk, or was taken back because the task said so.
    void run(detail::Task& task);
    /// Finishes what was queued. Later tasks get Unavailable "closing".
    void close();

  private:
    /// Lives on the stack of the thread that waits for it.
    struct Job {
        detail::Task& task;
        std::condition_variable done_changed{};
        bool is_done = false;
        std::exception_ptr error{};
    };
    using Batch = std::vector<Job*>;

    void work();
    void process(const Batch& batch);
    void commit_alone(Job& job);
    void commit_together(const Batch& batch);
    void run_in_savepoint(Job& job);
    bool run_unless_failed(detail::Task& task);
    Batch next_batch();
    static std::size_t company(const Batch& queue);
    void finish(const Batch& batch);

    Connection connection_;
    const void* owner_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    Batch queue_;
    bool is_closing_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace konbit::db::sqlite
