// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>

namespace konbit {

/// How far a long computation has come, and whether it should stop. May be read and written on any thread.
class Watch {
  public:
    /// Announces more work, in steps of about the same length.
    void expect(std::int64_t steps) { expected_ += steps; }
    void done(std::int64_t steps = 1) { done_ += steps; }
    /// In [0, 1]; 0 before anything is announced.
    double share() const {
        const std::int64_t expected = expected_;
        return expected == 0 ? 0 : static_cast<double>(done_) / static_cast<double>(expected);
    }

    /// The computation ends soon, and what it returns means nothing.
    void stop() { is_stopped_ = true; }
    bool is_stopped() const { return is_stopped_; }

  private:
    std::atomic<std::int64_t> expected_ = 0, done_ = 0;
    std::atomic<bool> is_stopped_ = false;
    static_assert(std::atomic<bool>::is_always_lock_free, "stop() is called by signal handlers");
};

}  // namespace konbit
