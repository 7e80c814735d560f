// SPDX-License-Identifier: Apache-2.0
#include "engine/network/eigenvector.hpp"

#include "engine/network/components.hpp"

#include <algorithm>
#include <cmath>

namespace konbit::network {
namespace {

constexpr double accuracy = 1e-13;
constexpr int most_iterations = 100'000;

/// Power iteration on A + I within one component. The identity makes the leading eigenvalue the only one of
/// its size: on a network without odd cycles, iteration on A alone swings for ever between two vectors.
std::optional<double> iterate(const Graph& ties, const std::vector<int>& members, std::vector<double>& x) {
    std::vector<double> next(x.size());
    for (const int node : members) x[node] = 1;
    for (int i = 0; i < most_iterations; ++i) {
        double highest = 0, change = 0;
        for (const int node : members) {
            double sum = x[node];
            for (const int other : ties.out(node)) sum += x[other];
            highest = std::max(highest, next[node] = sum);
        }
        for (const int node : members) {
            next[node] /= highest;
            change = std::max(change, std::abs(next[node] - x[node]));
            x[node] = next[node];
        }
        // The remaining error is change / (1 - ratio of eigenvalues): slow series need a smaller change.
        if (change < accuracy) return highest - 1;
    }
    return std::nullopt;
}

}  // namespace

std::optional<EigenvectorCentrality> eigenvector_undirected_maxnorm(const Graph& graph) {
    const Graph ties = undirected(graph);
    if (ties.edge_count() == 0) return std::nullopt;
    EigenvectorCentrality leading;
    for (const std::vector<int>& members : weak_components(ties).members()) {
        if (members.size() < 2) continue;
        std::vector<double> x(ties.node_count());
        const auto eigenvalue = iterate(ties, members, x);
        if (!eigenvalue) return std::nullopt;
        // Components with equal eigenvalues: the first leads, so that the result does not hang on rounding.
        if (*eigenvalue > leading.eigenvalue + 1e-9) leading = {std::move(x), *eigenvalue};
    }
    return leading;
}

}  // namespace konbit::network
