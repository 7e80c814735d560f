// SPDX-License-Identifier: Apache-2.0
#include "engine/network/hubs.hpp"

#include <algorithm>
#include <cmath>

namespace konbit::network {
namespace {

constexpr double accuracy = 1e-14;
constexpr int most_iterations = 100'000;

/// What each actor gathers from its neighbors, the highest made 1.
template <class Neighbors>
std::vector<double> gathered(const std::vector<double>& from, Neighbors neighbors) {
    std::vector<double> sums(from.size());
    for (int node = 0; node < static_cast<int>(sums.size()); ++node)
        for (const int other : neighbors(node)) sums[node] += from[other];
    const double highest = std::ranges::max(sums);
    for (double& each : sums) each /= highest;
    return sums;
}

double largest_change(const std::vector<double>& before, const std::vector<double>& after) {
    double change = 0;
    for (std::size_t i = 0; i < before.size(); ++i) change = std::max(change, std::abs(before[i] - after[i]));
    return change;
}

}  // namespace

std::optional<HubsAndAuthorities> hubs_and_authorities(const Graph& graph) {
    if (graph.edge_count() == 0) return std::nullopt;
    HubsAndAuthorities found{.hub = std::vector<double>(graph.node_count(), 1), .authority = {}};
    for (int i = 0; i < most_iterations; ++i) {
        found.authority = gathered(found.hub, [&](int node) { return graph.in(node); });
        std::vector<double> hub = gathered(found.authority, [&](int node) { return graph.out(node); });
        const double change = largest_change(found.hub, hub);
        found.hub = std::move(hub);
        if (change < accuracy) return found;
    }
    return std::nullopt;
}

}  // namespace konbit::network
