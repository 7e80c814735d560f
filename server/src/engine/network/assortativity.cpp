// SPDX-License-Identifier: Apache-2.0
#include "engine/network/assortativity.hpp"

#include <cmath>
#include <unordered_map>

namespace konbit::network {
namespace {

/// Every tie once if directed, once from each end if not.
template <class Visit>
void for_each_arc(const Graph& graph, Visit visit) {
    for (int from = 0; from < graph.node_count(); ++from)
        for (const int to : graph.out(from)) visit(from, to);
}

/// Running sums of pairs of numbers.
struct Moments {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;

    void add(double a, double b) {
        ++n;
        x += a, y += b;
        xx += a * a, yy += b * b, xy += a * b;
    }
    std::optional<double> correlation() const {
        const double spread = (n * xx - x * x) * (n * yy - y * y);  // of integers: exact
        if (spread <= 0) return std::nullopt;
        return (n * xy - x * y) / std::sqrt(spread);
    }
};

}  // namespace

std::optional<double> degree_assortativity(const Graph& graph) {
    Moments moments;
    for_each_arc(graph, [&](int from, int to) {
        moments.add(static_cast<double>(graph.out(from).size()), static_cast<double>(graph.in(to).size()));
    });
    return moments.correlation();
}

std::optional<double> assortativity_nominal(const Graph& graph, std::span<const int> group_of) {
    double arcs = 0, inside = 0;
    std::unordered_map<int, std::pair<double, double>> ends;  // arcs that begin and that end in the group
    for_each_arc(graph, [&](int from, int to) {
        if (group_of[from] < 0 || group_of[to] < 0) return;
        ++arcs;
        ++ends[group_of[from]].first;
        ++ends[group_of[to]].second;
        inside += group_of[from] == group_of[to];
    });
    double by_chance = 0;
    for (const auto& [group, counts] : ends) by_chance += counts.first * counts.second;
    if (arcs * arcs <= by_chance) return std::nullopt;
    return (inside * arcs - by_chance) / (arcs * arcs - by_chance);
}

}  // namespace konbit::network
