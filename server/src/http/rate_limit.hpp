// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace konbit::http {

/// How often something may happen: `burst` at once, then one every `per / burst`.
struct Rate {
    double burst;
    std::chrono::seconds per;  ///< Time in which an empty bucket fills up.
};

/// How a key stands after a token was taken.
struct Remaining {
    long tokens = 0;     ///< What may follow at once.
    long full_in_s = 0;  ///< Seconds until all of the burst is there again.
};

/// Token buckets by key (an address, an account, an e-mail address). Thread-safe; a slice that guards
/// something of its own (sign-in, sending links) keeps one for itself.
class RateLimiter {
  public:
    using Clock = std::chrono::steady_clock;

    /// @param most_keys  When more keys are in use the one that was quiet for longest is forgotten, so memory
    /// is
    ///                   bounded: about 150 bytes a key.
    explicit RateLimiter(Rate rate, std::size_t most_keys = 20'000) : rate_(rate), most_keys_(most_keys) {}

    /// Takes a token of the key.
    /// @return ErrorCode::too_many_requests with `retry_after_s` in its params when none is left.
    Result<void> take(std::string_view key, Clock::time_point now = Clock::now());
    /// The same, for who tells the visitor what is left.
    Result<Remaining> draw(std::string_view key, Clock::time_point now = Clock::now());

  private:
    struct Bucket {
        std::string key;
        double tokens;
        Clock::time_point filled_at;
    };
    using Buckets = std::list<Bucket>;  ///< Most recently used first.

    Bucket& bucket(std::string_view key, Clock::time_point now);
    double per_second() const { return rate_.burst / static_cast<double>(rate_.per.count()); }

    const Rate rate_;
    const std::size_t most_keys_;
    std::mutex mutex_;
    Buckets buckets_;
    std::unordered_map<std::string_view, Buckets::iterator> places_;  ///< Keys borrow from buckets_.
};

}  // namespace konbit::http
