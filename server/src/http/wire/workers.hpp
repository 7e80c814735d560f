// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace konbit::http {

/// Threads that run work in the order in which it came.
class Workers {
  public:
    using Work = std::move_only_function<void()>;

    /// @param queue_limit  Work that may wait while every thread is busy.
    Workers(unsigned threads, std::size_t queue_limit);
    /// Finishes what is under way and drops what still waits.
    ~Workers();

    /// @return False, with `work` untouched, when the queue is full.
    bool try_run(Work& work);

  private:
    void serve();

    std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<Work> queue_;
    std::size_t queue_limit_;
    bool stopping_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace konbit::http
