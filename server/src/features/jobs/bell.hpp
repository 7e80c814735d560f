// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace konbit::jobs {

/// Wakes the runners of this process when something was enqueued in it. Only a hint: the table is the truth,
/// and what other nodes enqueue is found by looking every few seconds.
class Bell {
  public:
    void ring();
    std::uint64_t rings() const;
    /// Waits until it has rung more often than `heard`, or the time is up.
    /// @return How often it has rung.
    std::uint64_t wait(std::uint64_t heard, std::chrono::milliseconds longest) const;

  private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::uint64_t rings_ = 0;
};

/// The one of this process.
Bell& bell();

}  // namespace konbit::jobs
