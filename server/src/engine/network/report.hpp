// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/analysis.hpp"
#include "engine/network/metric.hpp"

namespace konbit::network {

struct GraphValue {
    const Metric* metric;         ///< One of metrics().
    std::optional<double> value;  ///< Nothing where the metric is undefined for this network.
};

struct NodeColumn {
    const Metric* metric;       ///< One of metrics().
    std::vector<double> value;  ///< One per actor; NaN where undefined.
};

/// All that the engine says of one network.
struct Report {
    std::vector<GraphValue> graph;
    std::vector<NodeColumn> nodes;

    /// @return The value of a graph metric; nothing when it is undefined or not in the report.
    std::optional<double> operator[](std::string_view id) const;
    /// @return The values of a node metric; nullptr when it is not in the report.
    const std::vector<double>* column(std::string_view id) const;
};

/// Which metrics a report should have.
using MetricChoice = bool (*)(const Metric&);

bool is_everyday(const Metric& metric);
bool any_metric(const Metric& metric);

/// Works out the chosen metrics, and nothing that only others need. Those of MetricScope::grouped only when
/// groups are given, those of MetricScope::weighted only with strengths.
/// @param graph  Every actor belongs to it, with or without ties.
/// @complexity O(nodes * edges) for the paths, about O(edges) for each community search.
Report report(const Graph& graph, const ReportOptions& options = {}, MetricChoice choice = is_everyday);

}  // namespace konbit::network
