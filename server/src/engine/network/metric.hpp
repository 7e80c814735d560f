// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace konbit::network {

class Analysis;

enum class MetricLevel { graph, node };

constexpr std::array<std::string_view, 2> names(MetricLevel) { return {"graph", "node"}; }

/// Which networks a metric says something about.
enum class MetricScope {
    any,
    directed,    ///< Undefined without direction.
    undirected,  ///< Undefined with direction: its directed counterparts say more.
    grouped,     ///< Present only when groups are given.
    weighted,    ///< Present only when ties have weights.
};

constexpr std::array<std::string_view, 5> names(MetricScope) {
    return {"any", "directed", "undirected", "grouped", "weighted"};
}

/// Who looks at a metric.
enum class MetricUse {
    everyday,  ///< Figures and maps of a survey.
    analyst,   ///< Evaluators who know the literature.
};

constexpr std::array<std::string_view, 2> names(MetricUse) { return {"everyday", "analyst"}; }

/// One statistic, described: the command line, the API, help and the index of docs/metrics come from
/// metrics().
struct Metric {
    std::string_view id;  ///< Name in every output.
    MetricLevel level;
    MetricScope scope;
    std::string_view question;  ///< What a reader wants to know, in plain words.
    std::string_view range;     ///< Of the values: "0..1", "0..n-1".
    std::string_view page;      ///< docs/metrics/<page>.md explains it.
    std::optional<double> (*of_graph)(const Analysis&) = nullptr;  ///< Set at level graph.
    std::vector<double> (*of_nodes)(const Analysis&) = nullptr;    ///< Set at level node; NaN = undefined.
    MetricUse use = MetricUse::everyday;
};

/// Every metric, in the order of outputs.
std::span<const Metric> metrics();

/// @return The metric of that id, or nothing.
const Metric* find_metric(std::string_view id);

}  // namespace konbit::network
