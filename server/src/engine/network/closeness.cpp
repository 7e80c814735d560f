// SPDX-License-Identifier: Apache-2.0
#include "engine/network/closeness.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace konbit::network {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Breadth-first search from one actor after the other, with buffers that are used again.
class Spread {
  public:
    Spread(const Graph& graph, Toward toward)
        : graph_(graph), toward_(toward), distance_(graph.node_count(), -1) {}

    void run(int source, DistanceSums& sums) {
        order_.assign(1, source);
        distance_[source] = 0;
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const int node = order_[i], distance = distance_[node];
            if (node != source) add(source, distance, sums);
            for (const int other : toward_ == Toward::others ? graph_.out(node) : graph_.in(node)) {
                if (distance_[other] >= 0) continue;
                distance_[other] = distance + 1;
                order_.push_back(other);
            }
        }
        for (const int node : order_) distance_[node] = -1;
    }

  private:
    static void add(int source, int distance, DistanceSums& sums) {
        sums.reached[source] += 1;
        sums.steps[source] += distance;
        sums.reciprocal[source] += 1.0 / distance;
        sums.near[source] += distance <= 2;
        sums.longest = std::max(sums.longest, distance);
    }

    const Graph& graph_;
    Toward toward_;
    std::vector<int> distance_, order_;
};

template <class Value>
std::vector<double> per_actor(const DistanceSums& sums, Value value) {
    std::vector<double> values(sums.node_count());
    for (int node = 0; node < sums.node_count(); ++node) values[node] = value(node);
    return values;
}

double share_of_others(const DistanceSums& sums, double count) {
    return sums.node_count() < 2 ? undefined : count / (sums.node_count() - 1);
}

}  // namespace

std::optional<double> DistanceSums::mean() const {
    const double pairs = std::accumulate(reached.begin(), reached.end(), 0.0);
    if (pairs == 0) return std::nullopt;
    return std::accumulate(steps.begin(), steps.end(), 0.0) / pairs;
}

DistanceSums distance_sums(const Graph& graph, Toward toward) {
    const std::vector<double> zeros(graph.node_count());
    DistanceSums sums{.reached = zeros, .steps = zeros, .reciprocal = zeros, .near = zeros};
    Spread spread(graph, toward);
    for (int node = 0; node < graph.node_count(); ++node) spread.run(node, sums);
    return sums;
}

std::vector<double> closeness_reachable_only(const DistanceSums& sums) {
    return per_actor(sums, [&](int node) {
        return sums.reached[node] == 0 ? undefined : sums.reached[node] / sums.steps[node];
    });
}

std::vector<double> closeness_improved(const DistanceSums& sums) {
    return per_actor(sums, [&](int node) {
        const double share = share_of_others(sums, sums.reached[node]);
        return sums.reached[node] == 0 ? share : share * sums.reached[node] / sums.steps[node];
    });
}

std::vector<double> closeness_freeman(const DistanceSums& sums) {
    return per_actor(sums, [&](int node) {
        const bool reaches_all = sums.reached[node] > 0 && sums.reached[node] == sums.node_count() - 1;
        return reaches_all ? sums.reached[node] / sums.steps[node] : 0;
    });
}

std::vector<double> closeness_harmonic(const DistanceSums& sums) {
    return per_actor(sums, [&](int node) { return share_of_others(sums, sums.reciprocal[node]); });
}

std::vector<double> reach_2(const DistanceSums& sums) {
    return per_actor(sums, [&](int node) { return share_of_others(sums, sums.near[node]); });
}

}  // namespace konbit::network
