// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/failure.hpp"
#include "db/session.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

namespace konbit::db {

struct Options {
    std::size_t connections =
        8;  ///< Readers of a file, or all connections of this node to a server; opened when needed.
    int busy_timeout_ms =
        5000;  ///< How long another process may hold the file, or a row be locked, before "busy".
};

namespace detail {

/// A closure with its answer, without its types.
class Task {
  public:
    virtual ~Task() = default;
    bool is_large = false;  ///< Of thousands of rows: nothing else is committed with it.
    /// @return Whether what it wrote is to be kept.
    virtual bool run(Session& session) = 0;
};

template <class T>
inline constexpr bool is_result = false;
template <class T>
inline constexpr bool is_result<Result<T>> = true;

template <class Work, class Answer>
class Call final : public Task {
  public:
    explicit Call(Work& work) : work_(work) {}
    bool run(Session& session) override {
        answer_.emplace(work_(session));
        if constexpr (is_result<Answer>)
            return answer_->has_value();
        else
            return true;
    }
    Answer answer() { return *std::move(answer_); }

  private:
    Work& work_;
    std::optional<Answer> answer_;
};

template <class Work>
class Call<Work, void> final : public Task {
  public:
    explicit Call(Work& work) : work_(work) {}
    bool run(Session& session) override {
        work_(session);
        return true;
    }
    void answer() {}

  private:
    Work& work_;
};

}  // namespace detail

/// A SQLite file or a PostgreSQL server; shared by all threads.
///
/// A closure may run twice (PostgreSQL, when transactions collide) and holds others up (SQLite has one
/// writer): no I/O, mail, clock, hashing or engine inside, and no call of read or write, which throws
/// std::logic_error. Closures that return a Result get failures of the database as an Error, see
/// expected_failure(); others get the exception.
class Database {
  public:
    /// @param where  A path, or "postgres://…" or "postgresql://…".
    /// @throws Unavailable when it cannot be reached; std::runtime_error when the server is not set up for us
    ///         (encoding UTF8, collation C).
    static std::unique_ptr<Database> open(const std::string& where, Options options = {});

    virtual ~Database() = default;
    virtual Engine engine() const = 0;

    /// Runs `work(Session&)` on one unchanging state of the database and returns what it returns.
    template <class Work>
    auto read(Work&& work) -> std::invoke_result_t<Work&, Session&> {
        return answered(work, &Database::run_read);
    }

    /// Runs `work(Session&)` as one transaction, as if alone, and returns what it returns once that is safe
    /// on disk. What it wrote is taken back when it throws or returns an Error.
    template <class Work>
    auto write(Work&& work) -> std::invoke_result_t<Work&, Session&> {
        return answered(work, &Database::run_write_in_company);
    }

    /// As write(), for a closure that changes thousands of rows: those of others wait until it is done.
    template <class Work>
    auto write_large(Work&& work) -> std::invoke_result_t<Work&, Session&> {
        return answered(work, &Database::run_large_write);
    }

    /// Finishes the writes that have begun; later calls get Unavailable "closing". Called by the destructor
    /// too.
    virtual void close() = 0;

  protected:
    virtual void run_read(detail::Task& task) = 0;
    virtual void run_write(detail::Task& task) = 0;

  private:
    /// Together with the Companion that waits on this thread, if one does.
    void run_write_in_company(detail::Task& task);
    void run_large_write(detail::Task& task) {
        task.is_large = true;
        run_write_in_company(task);
    }

    template <class Work>
    auto answered(Work& work, void (Database::*run)(detail::Task&)) -> std::invoke_result_t<Work&, Session&> {
        using Answer = std::invoke_result_t<Work&, Session&>;
        detail::Call<Work, Answer> call(work);
        if constexpr (detail::is_result<Answer>) {
            try {
                (this->*run)(call);
            } catch (...) {
                auto error = expected_failure(std::current_exception());
                if (!error) throw;
                return std::unexpected(*std::move(error));
            }
        } else {
            (this->*run)(call);
        }
        return call.answer();
    }
};

}  // namespace konbit::db
