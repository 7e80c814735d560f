// SPDX-License-Identifier: Apache-2.0
#include "http/wire/loop.hpp"

#include "http/wire/connection.hpp"

namespace konbit::http {

namespace {
constexpr std::chrono::milliseconds between_sweeps{100};
constexpr std::chrono::milliseconds between_sweeps_when_stopping{10};
}  // namespace

void Loop::add(Connection& connection) { connections_.insert(&connection); }

void Loop::remove(Connection& connection) {
    connections_.erase(&connection);
    --open_;
}

void Loop::sweep() {
    if (is_stopping_ && connections_.empty()) return;
    const auto now = Clock::now();
    if (now >= last_) return context.stop();
    for (auto* connection : connections_) connection->expire(now);
    timer_.expires_after(is_stopping_ ? between_sweeps_when_stopping : between_sweeps);
    timer_.async_wait([this](const auto&) { sweep(); });
}

void Loop::stop(Clock::time_point last) {
    is_stopping_ = true;
    last_ = last;
    for (auto* connection : connections_)
        if (connection->is_idle()) connection->close();
    timer_.cancel();  // sweeps at once, and then more often
}

}  // namespace konbit::http
