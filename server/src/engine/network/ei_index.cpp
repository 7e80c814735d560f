// SPDX-License-Identifier: Apache-2.0
#include "engine/network/ei_index.hpp"

#include <limits>
#include <map>

namespace konbit::network {
namespace {

struct Borders {
    double external = 0, internal = 0;

    void count(int group, int other_group) {
        if (group < 0 || other_group < 0) return;
        (group == other_group ? internal : external) += 1;
    }
    std::optional<double> index() const {
        if (external + internal == 0) return std::nullopt;
        return (external - internal) / (external + internal);
    }
};

Borders borders_of(const Graph& graph, std::span<const int> group_of) {
    Borders borders;
    for (const auto& [from, to] : graph.edges()) borders.count(group_of[from], group_of[to]);
    return borders;
}

/// Ordered pairs of actors whose groups are known, within and between groups.
Borders possible_pairs(std::span<const int> group_of) {
    std::map<int, double> size;
    double known = 0;
    for (const int group : group_of)
        if (group >= 0) ++size[group], ++known;
    Borders pairs{.external = known * (known - 1)};
    for (const auto& [group, members] : size) pairs.internal += members * (members - 1);
    pairs.external -= pairs.internal;
    return pairs;
}

std::optional<double> share(double part, double whole) {
    return whole == 0 ? std::nullopt : std::optional(part / whole);
}

}  // namespace

std::optional<double> ei_index(const Graph& graph, std::span<const int> group_of) {
    return borders_of(graph, group_of).index();
}

std::vector<double> ei_node_undirected(const Graph& graph, std::span<const int> group_of) {
    const Graph ties = undirected(graph);
    std::vector<double> values(ties.node_count());
    for (int node = 0; node < ties.node_count(); ++node) {
        Borders borders;
        for (const int other : ties.out(node)) borders.count(group_of[node], group_of[other]);
        values[node] = borders.index().value_or(std::numeric_limits<double>::quiet_NaN());
    }
    return values;
}

GroupDensity group_density(const Graph& graph, std::span<const int> group_of) {
    const Borders ties = borders_of(graph, group_of), pairs = possible_pairs(group_of);
    const double per_tie = graph.is_directed() ? 1 : 2;
    return {share(per_tie * ties.internal, pairs.internal), share(per_tie * ties.external, pairs.external)};
}

}  // namespace konbit::network
