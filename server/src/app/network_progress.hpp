// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/watch.hpp"

#include <condition_variable>
#include <iosfwd>
#include <mutex>
#include <thread>

namespace konbit {

/// While it lives, work that takes longer than a second says how far it is, and Ctrl-C or a request to end
/// stops it.
///
/// One at a time in a program.
class NetworkProgress {
  public:
    explicit NetworkProgress(std::ostream& err);
    ~NetworkProgress();
    NetworkProgress(const NetworkProgress&) = delete;
    NetworkProgress& operator=(const NetworkProgress&) = delete;

    Watch& watch() { return watch_; }
    /// Says no more, so that others may write.
    void fall_silent() { teller_ = {}; }

  private:
    void tell(const std::stop_token& stop);

    std::ostream& err_;
    Watch watch_;
    std::mutex mutex_;
    std::condition_variable_any wakes_;
    std::jthread teller_;
    void (*before_interrupt_)(int);
    void (*before_term_)(int);
};

}  // namespace konbit
