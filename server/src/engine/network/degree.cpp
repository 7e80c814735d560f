// SPDX-License-Identifier: Apache-2.0
#include "engine/network/degree.hpp"

#include <algorithm>
#include <limits>
#include <ranges>

namespace konbit::network {
namespace {

template <class Count>
std::vector<double> per_node(const Graph& graph, Count count) {
    std::vector<double> values(graph.node_count());
    for (int node = 0; node < graph.node_count(); ++node) values[node] = static_cast<double>(count(node));
    return values;
}

}  // namespace

std::vector<double> outdegree(const Graph& graph) {
    return per_node(graph, [&](int node) { return graph.out(node).size(); });
}

std::vector<double> indegree(const Graph& graph) {
    return per_node(graph, [&](int node) { return graph.in(node).size(); });
}

std::vector<double> degree(const Graph& graph) {
    if (!graph.is_directed()) return outdegree(graph);
    return per_node(graph, [&](int node) {
        const auto mutual = std::ranges::count_if(
            graph.out(node), [&](int other) { return std::ranges::binary_search(graph.in(node), other); });
        return graph.out(node).size() + graph.in(node).size() - static_cast<std::size_t>(mutual);
    });
}

double degree_centralization(const std::vector<double>& degrees, bool is_directed) {
    const double n = static_cast<double>(degrees.size());
    const double of_star = is_directed ? (n - 1) * (n - 1) : (n - 1) * (n - 2);
    if (n < 2 || of_star <= 0) return std::numeric_limits<double>::quiet_NaN();
    const double highest = std::ranges::max(degrees);
    double missing = 0;
    for (const double each : degrees) missing += highest - each;
    return missing / of_star;
}

}  // namespace konbit::network
