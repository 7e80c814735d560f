// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/watch.hpp"

#include <condition_variable>
#include <iosfwd>
#include <mutex>
#include <thread>

namespace konbit {

inline constexpr int interrupted = 130;  ///< As shells say it of a program that Ctrl-C ended.

/// While it lives, work that takes longer than a second says how far it is, and Ctrl-C or a request to end
/// stops it: work that looks at the watch at once, any other within a second, by ending the program with the
/// code `interrupted`. A second Ctrl-C waits for nothing.
///
/// One at a time in a program.
class NetworkProgress {
  public:
    explicit NetworkProgress(std::ostream& err);
    ~NetworkProgress();
    NetworkProgress(const NetworkProgress&) = delete;
    NetworkProgress& operator=(const NetworkProgress&) = delete;

    Watch& watch() { return watch_; }
    /// Says no more, so that others may write, and leaves signals to the system again.
    void fall_silent();

  private:
    void tell(const std::stop_token& stop);
    void end_program_if_stopped() const;

    std::ostream& err_;
    Watch watch_;
    std::mutex mutex_;
    std::condition_variable_any wakes_;
    std::jthread teller_;
    void (*before_interrupt_)(int);
    void (*before_term_)(int);
};

}  // namespace konbit
