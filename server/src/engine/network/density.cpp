// SPDX-License-Identifier: Apache-2.0
#include "engine/network/density.hpp"

namespace konbit::network {
namespace {

double ends_per_tie(const Graph& graph) { return graph.is_directed() ? 1 : 2; }

}  // namespace

std::optional<double> density(const Graph& graph) {
    const double n = graph.node_count();
    if (n < 2) return std::nullopt;
    return ends_per_tie(graph) * static_cast<double>(graph.edge_count()) / (n * (n - 1));
}

std::optional<double> mean_degree(const Graph& graph) {
    if (graph.node_count() == 0) return std::nullopt;
    return ends_per_tie(graph) * static_cast<double>(graph.edge_count()) / graph.node_count();
}

}  // namespace konbit::network
