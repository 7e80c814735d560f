// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/analysis.hpp"
#include "engine/network/metric.hpp"

#include <algorithm>
#include <cmath>

/// How the lists of metrics are written; what they hold is public through metrics().
namespace konbit::network {

using Value = std::optional<double>;
using Values = std::vector<double>;

using GraphFunction = Value (*)(const Analysis&);
using NodeFunction = Values (*)(const Analysis&);

struct Text {
    std::string_view id, question, range, page;
};

constexpr Metric of_graph(Text text, MetricScope scope, GraphFunction function) {
    return {text.id, MetricLevel::graph, scope, text.question, text.range, text.page, function, nullptr};
}

constexpr Metric of_nodes(Text text, MetricScope scope, NodeFunction function) {
    return {text.id, MetricLevel::node, scope, text.question, text.range, text.page, nullptr, function};
}

inline Value defined(double value) { return std::isnan(value) ? std::nullopt : Value(value); }

template <class Count>
Value count(Count value) {
    return static_cast<double>(value);
}

template <std::size_t... sizes>
constexpr auto joined(const std::array<Metric, sizes>&... parts) {
    std::array<Metric, (sizes + ...)> all{};
    auto* at = all.data();
    ((at = std::ranges::copy(parts, at).out), ...);
    return all;
}

template <std::size_t size>
constexpr auto for_analysts(std::array<Metric, size> list) {
    for (Metric& each : list) each.use = MetricUse::analyst;
    return list;
}

std::span<const Metric> everyday_metrics();
std::span<const Metric> analyst_metrics();

}  // namespace konbit::network
