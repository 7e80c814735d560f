// SPDX-License-Identifier: Apache-2.0
#include "engine/network/structural_holes.hpp"

#include <algorithm>
#include <limits>

namespace konbit::network {
namespace {

/// Ties of both directions added up: 2 for a mutual tie, 1 for one that one side reports.
class MutualWeights {
  public:
    explicit MutualWeights(const Graph& graph)
        : graph_(graph), ties_(undirected(graph)), sum_(graph.node_count()), largest_(graph.node_count()) {
        for (int node = 0; node < node_count(); ++node)
            for (const int other : contacts(node)) {
                sum_[node] += weight(node, other);
                largest_[node] = std::max(largest_[node], weight(node, other));
            }
    }

    int node_count() const { return ties_.node_count(); }
    std::span<const int> contacts(int node) const { return ties_.out(node); }
    /// Share of `node`'s attention that goes to `other`.
    double share(int node, int other) const { return weight(node, other) / sum_[node]; }
    /// The tie beside `node`'s strongest one.
    double relative(int node, int other) const { return weight(node, other) / largest_[node]; }

  private:
    double weight(int a, int b) const { return graph_.has_edge(a, b) + graph_.has_edge(b, a); }

    const Graph& graph_;
    Graph ties_;
    std::vector<double> sum_, largest_;
};

/// Calls `add(j, through)` for each contact j of node i with the sum over shared contacts q of share(i, q) *
/// tie(j, q).
template <class Tie, class Add>
void for_each_contact(const MutualWeights& weights, int i, std::vector<double>& through, Tie tie, Add add) {
    for (const int q : weights.contacts(i)) {
        const double share = weights.share(i, q);
        for (const int j : weights.contacts(q)) through[j] += share * tie(j, q);
    }
    for (const int j : weights.contacts(i)) add(j, through[j]);
    for (const int q : weights.contacts(i))
        for (const int j : weights.contacts(q)) through[j] = 0;
}

template <class Tie, class Term>
std::vector<double> sum_over_contacts(const Graph& graph, Tie tie, Term term) {
    const MutualWeights weights(graph);
    std::vector<double> sums(graph.node_count()), through(graph.node_count());
    for (int i = 0; i < weights.node_count(); ++i) {
        for_each_contact(
            weights, i, through, [&](int j, int q) { return tie(weights, j, q); },
            [&](int j, double indirect) { sums[i] += term(weights, i, j, indirect); });
        if (weights.contacts(i).empty()) sums[i] = std::numeric_limits<double>::quiet_NaN();
    }
    return sums;
}

}  // namespace

std::vector<double> constraint(const Graph& graph) {
    return sum_over_contacts(
        graph, [](const MutualWeights& weights, int j, int q) { return weights.share(q, j); },
        [](const MutualWeights& weights, int i, int j, double indirect) {
            const double invested = weights.share(i, j) + indirect;
            return invested * invested;
        });
}

std::vector<double> effective_size(const Graph& graph) {
    return sum_over_contacts(
        graph, [](const MutualWeights& weights, int j, int q) { return weights.relative(j, q); },
        [](const MutualWeights&, int, int, double indirect) { return 1 - indirect; });
}

}  // namespace konbit::network
