// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/time.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace konbit::jobs {

class JobContext;

/// Does the work of one kind of job. It may run more than once (a node may die after the work and before it
/// is noted), so what it does must be the same done twice. Rights that it needs are looked up when it runs.
/// @return An Error of code `unavailable` to be tried again; any other ends the job as failed. An exception
/// is
///         tried again.
using Handler = std::function<Result<void>(JobContext&)>;

/// How often a kind of job is run.
struct Terms {
    int attempts = 8;                      ///< Before it is given up.
    std::int64_t first_delay_ms = 15'000;  ///< Before the second attempt; doubles with each one.
    std::int64_t longest_delay_ms = 6 * hour_ms;
    std::optional<std::int64_t> every_ms{};  ///< Runs again and again, once in the whole installation.

    /// How long to wait after the attempt of that number, counted from 1.
    std::int64_t delay_after(int attempt) const;
};

/// What is to be done, by kind of job.
class Handlers {
  public:
    struct Entry {
        Handler run;
        Terms terms;
    };

    /// @param kind  Lower snake case (asserted); added once.
    void add(std::string kind, Handler run, Terms terms = {});
    /// @return Null for a kind that was not added: another release or node may know it.
    const Entry* find(std::string_view kind) const;
    const std::map<std::string, Entry, std::less<>>& all() const { return entries_; }

  private:
    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace konbit::jobs
