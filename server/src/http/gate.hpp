// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"
#include "http/rate_limit.hpp"
#include "http/request.hpp"
#include "http/response.hpp"
#include "http/route_info.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace konbit::http {

/// What a request counts as, beside a request to the API.
enum class Counted {
    request,
    directory,  ///< A list or a search of the directory, when nobody is signed in.
    download,   ///< A whole table.
};
constexpr auto names(Counted) {
    return std::to_array<std::string_view>({"request", "directory", "download"});
}

/// How many requests are admitted. All of them follow from one number, so that an operator turns one screw.
struct Allowances {
    /// Requests to /api/ from one address (http/address.hpp, counted_address): a room of phones shares one.
    Rate address{6000, std::chrono::seconds(60)};
    /// Requests to /api/ of one account or one personal link, from wherever it is used.
    Rate visitor{600, std::chrono::seconds(60)};
    /// Requests to /api/ from one address by whoever is not known: one a second in the long run, and enough
    /// at once for sixty people in a room who all open their link.
    Rate stranger{240, std::chrono::seconds(240)};
    /// Lists and searches of the directory from one address, by whoever is not known.
    Rate directory{1200, std::chrono::hours(24)};
    /// Downloads of one table by one account, or from one address.
    Rate download{6, std::chrono::hours(1)};

    /// The same proportions for another number of requests of one visitor in a minute.
    static Allowances of(double requests_per_minute);
};

/// How a visitor stands with the count that this request went to.
struct Standing {
    std::string_view count{};  ///< Empty: nothing is told.
    Rate rate{};
    Remaining remaining{};
};

/// Counts requests before anything else is done for them. Thread-safe; in memory of one node.
class Gate {
  public:
    /// @param actor  Names the account or personal link of a request, empty for nobody known. What it says is
    ///               believed for a minute, so that counting costs no look into the database each time. Whose
    ///               name begins with "answer:" is counted like all others and told nothing of it.
    /// @param counted  What a route counts as; none: every one as a request.
    Gate(const Allowances& allowances, std::function<std::string(const Request&)> actor,
         std::function<Counted(const RouteInfo&)> counted);

    /// @return ErrorCode::too_many_requests with `retry_after_s`; "directory_quota" also names in `download`
    /// where all of the directory is to be had at once.
    Result<Standing> admit(const Request& request);

  private:
    using Clock = std::chrono::steady_clock;
    struct Known {
        std::string actor;
        Clock::time_point until;
    };

    Counted counted(const Request& request) const;
    Result<Standing> count_request(const std::string& address, const std::string& visitor);
    std::string visitor_of(const Request& request);

    const Allowances allowances_;
    const std::function<std::string(const Request&)> actor_;
    const std::function<Counted(const RouteInfo&)> counted_;
    RateLimiter addresses_, visitors_, strangers_, directory_, downloads_;
    std::mutex mutex_;
    std::unordered_map<std::size_t, Known> known_;
};

/// Adds RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers-10) to an answer.
void tell(const Standing& standing, Response& response);

}  // namespace konbit::http
