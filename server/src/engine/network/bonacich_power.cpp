// SPDX-License-Identifier: Apache-2.0
#include "engine/network/bonacich_power.hpp"

#include <cmath>

namespace konbit::network {
namespace {

/// More than a double can tell apart, each round halving what is added.
constexpr int rounds = 60;

void scale(std::vector<double>& values) {
    double squares = 0;
    for (const double each : values) squares += each * each;
    const double factor = squares > 0 ? std::sqrt(static_cast<double>(values.size()) / squares) : 0;
    for (double& each : values) each *= factor;
}

}  // namespace

std::vector<double> bonacich_power(const Graph& graph, double eigenvalue) {
    const Graph ties = undirected(graph);
    const double share = 0.5 / eigenvalue;
    std::vector<double> power(ties.node_count()), next(power);
    for (int round = 0; round < rounds; ++round) {
        for (int node = 0; node < ties.node_count(); ++node) {
            double sum = 0;
            for (const int other : ties.out(node)) sum += 1 + share * power[other];
            next[node] = sum;
        }
        power.swap(next);
    }
    scale(power);
    return power;
}

}  // namespace konbit::network
