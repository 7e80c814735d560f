// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/route_info.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace konbit::http {

/// Counts and latencies of answers per route, in the text format of Prometheus. Thread-safe.
class Metrics {
  public:
    /// @param routes  Must outlive this; the label of a route is its path, never the path of a request.
    explicit Metrics(std::span<const RouteInfo* const> routes);

    void record(const RouteMatch& match, int status, std::chrono::nanoseconds took);
    std::string text() const;

  private:
    static constexpr std::array bounds_ms{1, 5, 10, 25, 50, 100, 250, 500, 1000, 5000};

    struct Series {
        std::array<std::atomic<std::uint64_t>, 6> by_class{};  ///< Of statuses 0xx (never) to 5xx.
        std::array<std::atomic<std::uint64_t>, bounds_ms.size() + 1> buckets{};
        std::atomic<std::uint64_t> total_us{0};
    };

    void append_counts(std::string& out, std::string_view labels, const Series& series) const;
    void append_latency(std::string& out, std::string_view labels, const Series& series) const;

    std::span<const RouteInfo* const> routes_;
    std::unique_ptr<Series[]> series_;  ///< One per route, and one behind for everything else.
};

}  // namespace konbit::http
