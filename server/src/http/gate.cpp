// SPDX-License-Identifier: Apache-2.0
#include "http/gate.hpp"

#include "http/address.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace konbit::http {

namespace {

constexpr std::chrono::seconds believed_for{60};
constexpr std::size_t most_known = 20'000;
constexpr std::string_view open_table = "/organizations.csv";

/// Somebody who answers a survey pays for each byte at every tap, and has no program that reads limits.
bool is_answering(std::string_view visitor) { return visitor.starts_with("answer:"); }

std::size_t mark_of(const Request& request) {
    const std::hash<std::string_view> hash;
    return hash(request.headers.get("cookie")) * 31 + hash(request.headers.get("authorization"));
}

Error quota_reached(Error error) {
    error.reason = "directory_quota";
    error.params["download"] = open_table;
    return error;
}

}  // namespace

Allowances Allowances::of(double requests_per_minute) {
    Allowances allowances;
    const double factor = requests_per_minute / allowances.visitor.burst;
    for (auto* rate : {&allowances.address, &allowances.visitor, &allowances.stranger, &allowances.directory,
                       &allowances.download})
        rate->burst = std::max(1.0, rate->burst * factor);
    return allowances;
}

Gate::Gate(const Allowances& allowances, std::function<std::string(const Request&)> actor,
           std::function<Counted(const RouteInfo&)> counted)
    : allowances_(allowances),
      actor_(std::move(actor)),
      counted_(std::move(counted)),
      addresses_(allowances.address),
      visitors_(allowances.visitor),
      strangers_(allowances.stranger),
      directory_(allowances.directory),
      downloads_(allowances.download) {}

Result<Standing> Gate::admit(const Request& request) {
    const bool is_api = request.path.starts_with("/api/");
    const auto what = counted(request);
    if (!is_api && what == Counted::request) return Standing{};
    const auto address = counted_address(request.client);
    const auto visitor = visitor_of(request);
    Standing standing;
    if (is_api) {
        KONBIT_TRY(standing, count_request(address, visitor));
    }
    if (what == Counted::directory && visitor.empty()) {
        const auto left = directory_.draw(address);
        if (!left) return std::unexpected(quota_reached(left.error()));
        standing = {name_of(what), allowances_.directory, *left};
    }
    if (what == Counted::download) {
        const auto key = fmt::format("{} {}", visitor.empty() ? address : visitor, request.match.route->path);
        KONBIT_TRY(const Remaining left, downloads_.draw(key));
        standing = {name_of(what), allowances_.download, left};
    }
    return standing;
}

Counted Gate::counted(const Request& request) const {
    return counted_ && request.match.route ? counted_(*request.match.route) : Counted::request;
}

Result<Standing> Gate::count_request(const std::string& address, const std::string& visitor) {
    KONBIT_CHECK(addresses_.take(address));
    if (visitor.empty()) {
        KONBIT_TRY(const Remaining left, strangers_.draw(address));
        return Standing{"stranger", allowances_.stranger, left};
    }
    KONBIT_TRY(const Remaining left, visitors_.draw(visitor));
    if (is_answering(visitor)) return Standing{};
    return Standing{"visitor", allowances_.visitor, left};
}

std::string Gate::visitor_of(const Request& request) {
    if (!actor_ || (!request.headers.has("cookie") && !request.headers.has("authorization"))) return {};
    const auto mark = mark_of(request);
    const auto now = Clock::now();
    {
        const std::lock_guard lock(mutex_);
        const auto found = known_.find(mark);
        if (found != known_.end() && now < found->second.until) return found->second.actor;
    }
    auto actor = actor_(request);
    if (actor.empty()) return actor;  // whoever makes up cookies fills no memory
    const std::lock_guard lock(mutex_);
    if (known_.size() >= most_known) known_.clear();
    known_[mark] = {actor, now + believed_for};
    return actor;
}

void tell(const Standing& standing, Response& response) {
    if (standing.count.empty()) return;
    response.headers.add("ratelimit-policy", fmt::format(R"("{}";q={:.0f};w={})", standing.count,
                                                         standing.rate.burst, standing.rate.per.count()));
    response.headers.add("ratelimit", fmt::format(R"("{}";r={};t={})", standing.count,
                                                  standing.remaining.tokens, standing.remaining.full_in_s));
}

}  // namespace konbit::http
