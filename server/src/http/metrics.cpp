// SPDX-License-Identifier: Apache-2.0
#include "http/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace konbit::http {

Metrics::Metrics(std::span<const RouteInfo* const> routes)
    : routes_(routes), series_(std::make_unique<Series[]>(routes.size() + 1)) {}

void Metrics::record(const RouteMatch& match, int status, std::chrono::nanoseconds took) {
    auto& series = series_[match.route ? match.index : routes_.size()];
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    const auto bucket =
        std::ranges::lower_bound(bounds_ms, us, {}, [](int ms) { return std::int64_t{ms} * 1000; });
    constexpr auto relaxed = std::memory_order_relaxed;
    series.by_class[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))].fetch_add(1, relaxed);
    series.buckets[static_cast<std::size_t>(bucket - bounds_ms.begin())].fetch_add(1, relaxed);
    series.total_us.fetch_add(static_cast<std::uint64_t>(us), relaxed);
}

void Metrics::append_counts(std::string& out, std::string_view labels, const Series& series) const {
    for (std::size_t each = 1; each < series.by_class.size(); ++each) {
        if (const auto count = series.by_class[each].load(); count > 0)
            fmt::format_to(std::back_inserter(out), "konbit_requests_total{{{},status=\"{}xx\"}} {}\n",
                           labels, each, count);
    }
}

void Metrics::append_latency(std::string& out, std::string_view labels, const Series& series) const {
    std::uint64_t so_far = 0;
    const auto line = [&](std::string_view bound) {
        fmt::format_to(std::back_inserter(out), "konbit_request_seconds_bucket{{{},le=\"{}\"}} {}\n", labels,
                       bound, so_far);
    };
    for (std::size_t i = 0; i < bounds_ms.size(); ++i) {
        so_far += series.buckets[i].load();
        line(fmt::format("{}", bounds_ms[i] / 1000.0));
    }
    so_far += series.buckets.back().load();
    line("+Inf");
    fmt::format_to(std::back_inserter(out),
                   "konbit_request_seconds_sum{{{}}} {}\nkonbit_request_seconds_count{{{}}} {}\n", labels,
                   static_cast<double>(series.total_us.load()) / 1e6, labels, so_far);
}

std::string Metrics::text() const {
    std::string counts =
        "# HELP konbit_requests_total Answers by route and class of status.\n"
        "# TYPE konbit_requests_total counter\n";
    std::string latency =
        "# HELP konbit_request_seconds Time from the whole request to its answer.\n"
        "# TYPE konbit_request_seconds histogram\n";
    for (std::size_t index = 0; index <= routes_.size(); ++index) {
        const auto& each = series_[index];
        const bool is_used =
            std::ranges::any_of(each.by_class, [](const auto& count) { return count.load() > 0; });
        if (!is_used) continue;
        const auto labels = index < routes_.size()
                                ? fmt::format("method=\"{}\",route=\"{}\"", name_of(routes_[index]->method),
                                              routes_[index]->path)
                                : std::string("method=\"\",route=\"none\"");
        append_counts(counts, labels, each);
        append_latency(latency, labels, each);
    }
    return counts + latency;
}

}  // namespace konbit::http
