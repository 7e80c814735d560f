// SPDX-License-Identifier: Apache-2.0
#include "engine/network/pagerank.hpp"

#include <cmath>

namespace konbit::network {
namespace {

constexpr double accuracy = 1e-14;

/// One step of everybody at once.
std::vector<double> step(const Graph& graph, const std::vector<double>& rank, double damping) {
    const int n = graph.node_count();
    std::vector<double> passed_on(n), next(n);
    double from_dead_ends = 0;
    for (int node = 0; node < n; ++node) {
        const auto names = graph.out(node).size();
        if (names == 0)
            from_dead_ends += rank[node];
        else
            passed_on[node] = rank[node] / static_cast<double>(names);
    }
    const double anywhere = (1 - damping + damping * from_dead_ends) / n;
    for (int node = 0; node < n; ++node) {
        double received = 0;
        for (const int from : graph.in(node)) received += passed_on[from];
        next[node] = anywhere + damping * received;
    }
    return next;
}

}  // namespace

std::vector<double> pagerank(const Graph& graph, double damping) {
    const int n = graph.node_count();
    std::vector<double> rank(n, n == 0 ? 0.0 : 1.0 / n);
    // Every step shrinks the error by the damping at least, so the loop ends.
    for (double change = 1; n > 0 && change > accuracy * (1 - damping);) {
        std::vector<double> next = step(graph, rank, damping);
        change = 0;
        for (int node = 0; node < n; ++node) change += std::abs(next[node] - rank[node]);
        rank.swap(next);
        if (change < 4e-16 * n) break;  // no more than rounding
    }
    return rank;
}

}  // namespace konbit::network
