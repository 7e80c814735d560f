// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/communities.hpp"
#include "engine/network/components.hpp"
#include "engine/network/cut_points.hpp"
#include "engine/network/dyad_census.hpp"
#include "engine/network/eigenvector.hpp"
#include "engine/network/graph.hpp"
#include "engine/network/paths.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace konbit::network {

struct ReportOptions {
    std::span<const int> group_of{};  ///< Group of each actor, negative = unknown; empty = no grouping given.
    CommunitySearch community_search{};
    int threads = 0;  ///< For path searches: 0 = as many as help. The values do not depend on it.
};

/// What metrics share, worked out once per network.
struct Analysis {
    const Graph& graph;
    ReportOptions options;
    Graph ties;  ///< Direction dropped.
    DyadCensus dyads;
    Components weak, strong;
    PathStatistics paths;
    CutPoints cuts;
    std::optional<EigenvectorCentrality> eigenvector;
    std::array<std::int64_t, 16> triads;
    std::vector<double> clustering;
    Communities communities;

    /// @param network  Must live as long as the analysis.
    Analysis(const Graph& network, const ReportOptions& how);

    bool has_groups() const { return !options.group_of.empty(); }
};

enum class MetricLevel { graph, node };

constexpr std::array<std::string_view, 2> names(MetricLevel) { return {"graph", "node"}; }

/// Which networks a metric says something about.
enum class MetricScope {
    any,
    directed,    ///< Undefined without direction.
    undirected,  ///< Undefined with direction: its directed counterparts say more.
    grouped,     ///< Present only when groups are given.
};

constexpr std::array<std::string_view, 4> names(MetricScope) {
    return {"any", "directed", "undirected", "grouped"};
}

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
};

/// Every metric, in the order of outputs.
std::span<const Metric> metrics();

/// @return The metric of that id, or nothing.
const Metric* find_metric(std::string_view id);

}  // namespace konbit::network
