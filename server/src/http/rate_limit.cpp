// SPDX-License-Identifier: Apache-2.0
#include "http/rate_limit.hpp"

#include <algorithm>
#include <cmath>

namespace konbit::http {

namespace {
constexpr double rounding_s =
    1e-6;  ///< Sums of tokens are not exact; a second more would be a visible error.
}

RateLimiter::Bucket& RateLimiter::bucket(std::string_view key, Clock::time_point now) {
    if (const auto found = places_.find(key); found != places_.end()) {
        buckets_.splice(buckets_.begin(), buckets_, found->second);
        return buckets_.front();
    }
    if (buckets_.size() >= most_keys_) {
        places_.erase(buckets_.back().key);
        buckets_.pop_back();
    }
    buckets_.push_front({std::string(key), rate_.burst, now});
    places_[buckets_.front().key] = buckets_.begin();
    return buckets_.front();
}

Result<void> RateLimiter::take(std::string_view key, Clock::time_point now) {
    KONBIT_CHECK(draw(key, now));
    return {};
}

Result<Remaining> RateLimiter::draw(std::string_view key, Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    auto& [name, tokens, filled_at] = bucket(key, now);
    const double waited_s = std::chrono::duration<double>(now - filled_at).count();
    tokens = std::min(rate_.burst, tokens + waited_s * per_second());
    filled_at = now;
    if (tokens < 1) {
        const auto wait_s = std::ceil((1 - tokens) / per_second() - rounding_s);
        return std::unexpected(Error{ErrorCode::too_many_requests,
                                     "too_many_requests",
                                     {},
                                     {{"retry_after_s", std::to_string(static_cast<long>(wait_s))}}});
    }
    tokens -= 1;
    const double full_in_s = std::ceil((rate_.burst - tokens) / per_second() - rounding_s);
    return Remaining{static_cast<long>(tokens), static_cast<long>(full_in_s)};
}

}  // namespace konbit::http
