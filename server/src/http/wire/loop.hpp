// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <unordered_set>

namespace konbit::http {

class Connection;

/// One I/O thread's event loop and the connections that live on it. Only its own thread touches the members.
class Loop {
  public:
    using Clock = std::chrono::steady_clock;

    /// @param open  Number of open connections of the whole server; counted down here.
    explicit Loop(std::atomic<std::size_t>& open) : open_(open) {}

    void add(Connection& connection);
    void remove(Connection& connection);
    bool is_stopping() const { return is_stopping_; }
    /// Ends what is past its deadline, a few times a second: one timer for all connections costs less than
    /// one each. The loop runs out by itself once it is stopping and no connection is left.
    void sweep();
    /// Closes idle connections; the others end with their answer, or are cut at `last`.
    void stop(Clock::time_point last);

  private:
    std::atomic<std::size_t>& open_;
    std::unordered_set<Connection*> connections_;
    Clock::time_point last_ = Clock::time_point::max();
    bool is_stopping_ = false;

  public:
    /// After the members above: connections that its destructor destroys still take themselves off the list.
    boost::asio::io_context context{1};

  private:
    boost::asio::steady_timer timer_{context};
};

}  // namespace konbit::http
