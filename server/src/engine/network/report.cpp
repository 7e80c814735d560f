// SPDX-License-Identifier: Apache-2.0
#include "engine/network/report.hpp"

#include <algorithm>
#include <limits>

namespace konbit::network {
namespace {

bool is_defined(const Metric& metric, const Graph& graph) {
    if (metric.scope == MetricScope::directed) return graph.is_directed();
    return metric.scope != MetricScope::undirected || !graph.is_directed();
}

bool is_asked_for(const Metric& metric, const ReportOptions& options) {
    if (metric.scope == MetricScope::grouped) return !options.group_of.empty();
    return metric.scope != MetricScope::weighted || options.strengths != nullptr;
}

std::vector<double> column_of(const Metric& metric, const Analysis& analysis) {
    if (is_defined(metric, analysis.graph())) return metric.of_nodes(analysis);
    return std::vector<double>(analysis.graph().node_count(), std::numeric_limits<double>::quiet_NaN());
}

std::optional<double> value_of(const Metric& metric, const Analysis& analysis) {
    return is_defined(metric, analysis.graph()) ? metric.of_graph(analysis) : std::nullopt;
}

}  // namespace

bool is_everyday(const Metric& metric) { return metric.use == MetricUse::everyday; }

bool any_metric(const Metric&) { return true; }

Report report(const Graph& graph, const ReportOptions& options, MetricChoice choice) {
    const Analysis analysis(graph, options);
    Report result;
    for (const Metric& metric : metrics()) {
        if (!choice(metric) || !is_asked_for(metric, options)) continue;
        if (metric.level == MetricLevel::graph)
            result.graph.push_back({&metric, value_of(metric, analysis)});
        else
            result.nodes.push_back({&metric, column_of(metric, analysis)});
    }
    return result;
}

std::optional<double> Report::operator[](std::string_view id) const {
    const auto found =
        std::ranges::find_if(graph, [&](const GraphValue& each) { return each.metric->id == id; });
    return found == graph.end() ? std::nullopt : found->value;
}

const std::vector<double>* Report::column(std::string_view id) const {
    const auto found =
        std::ranges::find_if(nodes, [&](const NodeColumn& each) { return each.metric->id == id; });
    return found == nodes.end() ? nullptr : &found->value;
}

}  // namespace konbit::network
