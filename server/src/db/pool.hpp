// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/failure.hpp"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace konbit::db {

/// Connections that are opened when needed, up to a number, and lent to one thread at a time.
template <class Connection>
class Pool {
  public:
    /// A connection on loan: given back at the end, unless it was dropped because it broke.
    class Lease {
      public:
        Lease(Pool& pool, std::unique_ptr<Connection> connection)
            : pool_(pool), connection_(std::move(connection)) {}
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() { pool_.give_back(std::move(connection_)); }

        Connection& operator*() const { return *connection_; }
        Connection* operator->() const { return connection_.get(); }
        void drop() { connection_.reset(); }

      private:
        Pool& pool_;
        std::unique_ptr<Connection> connection_;
    };

    Pool(std::size_t most, std::function<std::unique_ptr<Connection>()> open)
        : most_(most), open_(std::move(open)) {}

    /// Waits while all are lent. @throws Unavailable "closing" after close(), and whatever opening throws.
    Lease take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return is_closed_ || !idle_.empty() || lent_ < most_; });
        if (is_closed_) throw Unavailable("closing", "the database is being closed");
        ++lent_;
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return Lease(*this, std::move(connection));
        }
        lock.unlock();
        return Lease(*this, opened());
    }

    /// Closes the connections that nobody has, so that the next loan opens a new one.
    void forget_idle() {
        const std::scoped_lock lock(mutex_);
        idle_.clear();
    }

    /// Refuses new loans, waits for those that are out and closes every connection.
    void close() {
        std::unique_lock lock(mutex_);
        is_closed_ = true;
        changed_.notify_all();
        changed_.wait(lock, [&] { return lent_ == 0; });
        idle_.clear();
    }

  private:
    std::unique_ptr<Connection> opened() {
        try {
            return open_();
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }

    void give_back(std::unique_ptr<Connection> connection) {
        const std::scoped_lock lock(mutex_);
        --lent_;
        if (connection != nullptr) idle_.push_back(std::move(connection));
        changed_.notify_all();
    }

    std::size_t most_;
    std::function<std::unique_ptr<Connection>()> open_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t lent_ = 0;
    bool is_closed_ = false;
};

}  // namespace konbit::db
