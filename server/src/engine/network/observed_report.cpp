// SPDX-License-Identifier: Apache-2.0
#include "engine/network/observed_report.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace konbit::network {
namespace {

std::vector<int> answerers(const ObservedNetwork& network) {
    std::vector<int> nodes;
    for (int node = 0; node < network.node_count(); ++node)
        if (network.has_answered(node)) nodes.push_back(node);
    return nodes;
}

int silent_isolates(const ObservedNetwork& network) {
    int count = 0;
    for (int node = 0; node < network.node_count(); ++node)
        count += !network.has_answered(node) && network.reported().in(node).empty();
    return count;
}

std::optional<double> available_value(std::string_view id, const ObservedNetwork& network) {
    const auto ties = static_cast<double>(network.reported().edge_count());
    if (id == "n") return network.node_count();
    if (id == "m") return ties;
    if (id == "density") return density_available(network);
    return network.answers() > 0 ? std::optional(ties / network.answers()) : std::nullopt;  // mean_degree
}

Report report_of_answerers(const ObservedNetwork& network, ReportOptions options, MetricChoice choice) {
    const std::vector<int> nodes = answerers(network);
    std::vector<int> groups;
    if (!options.group_of.empty())
        for (const int node : nodes) groups.push_back(options.group_of[node]);
    options.group_of = groups;
    options.strengths = nullptr;
    return report(keeping(network.reported(), nodes), options, choice);
}

void forget_the_silent(NodeColumn& column, const ObservedNetwork& network) {
    if (!is_own_statement(*column.metric)) return;
    for (int node = 0; node < network.node_count(); ++node)
        if (!network.has_answered(node)) column.value[node] = std::numeric_limits<double>::quiet_NaN();
}

Report by_rule(const ObservedReport& all, const ObservedNetwork& network) {
    Report found = all.reconstructed;
    for (auto& [metric, value] : found.graph) {
        if (basis_of(*metric) == Basis::answered_only) value = all.answered_only[metric->id];
        if (basis_of(*metric) == Basis::available) value = available_value(metric->id, network);
        // Of silent members whom nobody named nothing is known: they are no isolates.
        if (metric->id == "isolates" && value) *value -= silent_isolates(network);
    }
    for (std::size_t i = 0; i < found.nodes.size(); ++i) {
        if (basis_of(*found.nodes[i].metric) == Basis::available) found.nodes[i] = all.zero_filled.nodes[i];
        forget_the_silent(found.nodes[i], network);
    }
    return found;
}

}  // namespace

Basis basis_of(const Metric& metric) {
    constexpr std::array both_sides{"dyad_census", "reciprocity", "triad_census", "group_density", "mixing"};
    constexpr std::array counted{"size", "density", "degree"};
    if (std::ranges::find(both_sides, metric.page) != both_sides.end()) return Basis::answered_only;
    if (std::ranges::find(counted, metric.page) != counted.end()) return Basis::available;
    return Basis::reconstructed;
}

bool is_own_statement(const Metric& metric) {
    constexpr std::array<std::string_view, 7> own{"degree",      "outdegree",          "strength_out",
                                                  "reach_1_out", "reach_1_undirected", "hub_maxnorm",
                                                  "ego_density"};
    return std::ranges::find(own, metric.id) != own.end();
}

ObservedReport report(const ObservedNetwork& network, const ReportOptions& options, MetricChoice choice) {
    ObservedReport all;
    all.zero_filled = report(network.reported(), options, choice);
    all.answered_only = report_of_answerers(network, options, choice);
    all.reconstructed = report(reconstructed(network).graph, options, choice);
    all.by_rule = by_rule(all, network);
    return all;
}

}  // namespace konbit::network
