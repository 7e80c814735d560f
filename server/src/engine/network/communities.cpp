// SPDX-License-Identifier: Apache-2.0
#include "engine/network/communities.hpp"

#include "engine/network/leiden.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace konbit::network {
namespace {

/// Numbers groups by size, the largest first; equal sizes by their lowest member.
Communities numbered(const std::vector<int>& label) {
    const int n = static_cast<int>(label.size());
    std::vector<int> size(n), first(n, n);
    for (int node = n - 1; node >= 0; --node) {
        ++size[label[node]];
        first[label[node]] = node;
    }
    std::vector<int> order(n);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(
        order, [&](int a, int b) { return std::pair(-size[a], first[a]) < std::pair(-size[b], first[b]); });
    std::vector<int> rank(n);
    for (int i = 0; i < n; ++i) rank[order[i]] = i;
    Communities found{.of = std::vector<int>(n), .modularity = {}};
    for (int node = 0; node < n; ++node) found.of[node] = rank[label[node]];
    found.count = static_cast<int>(std::ranges::count_if(size, [](int each) { return each > 0; }));
    return found;
}

double pairs(double items) { return items * (items - 1) / 2; }

double pairs_in_groups(std::span<const int> group_of) {
    std::unordered_map<int, double> size;
    for (const int group : group_of) ++size[group];
    double sum = 0;
    for (const auto& [group, members] : size) sum += pairs(members);
    return sum;
}

double pairs_in_both(std::span<const int> one, std::span<const int> other) {
    std::unordered_map<std::int64_t, double> size;
    for (std::size_t i = 0; i < one.size(); ++i) ++size[static_cast<std::int64_t>(one[i]) << 32 | other[i]];
    double sum = 0;
    for (const auto& [cell, members] : size) sum += pairs(members);
    return sum;
}

std::optional<double> mean_agreement(const std::vector<std::vector<int>>& found, std::size_t kept) {
    if (found.size() < 2) return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (i != kept) sum += adjusted_rand_index(found[kept], found[i]);
    return sum / static_cast<double>(found.size() - 1);
}

}  // namespace

Communities communities(const Graph& graph, CommunitySearch search) {
    const Graph ties = undirected(graph);
    if (ties.edge_count() == 0) {
        std::vector<int> alone(ties.node_count());
        std::iota(alone.begin(), alone.end(), 0);
        return numbered(alone);
    }
    std::vector<std::vector<int>> found;
    std::size_t best = 0;
    double highest = -1;
    for (int i = 0; i < search.searches; ++i) {
        found.push_back(leiden_partition(ties, search.seed + static_cast<std::uint64_t>(i)));
        const double reached = modularity(ties, found.back()).value();
        if (reached <= highest + 1e-12) continue;
        highest = reached;
        best = found.size() - 1;
    }
    Communities kept = numbered(found[best]);
    kept.modularity = highest;
    kept.stability = mean_agreement(found, best);
    return kept;
}

std::optional<double> modularity(const Graph& graph, std::span<const int> group_of) {
    const Graph ties = undirected(graph);
    const auto ends = 2 * static_cast<double>(ties.edge_count());
    if (ends == 0) return std::nullopt;
    std::unordered_map<int, double> ends_of_group;
    double inside = 0;
    for (int node = 0; node < ties.node_count(); ++node) {
        ends_of_group[group_of[node]] += static_cast<double>(ties.out(node).size());
        for (const int other : ties.out(node)) inside += group_of[node] == group_of[other];
    }
    double expected = 0;
    for (const auto& [group, count] : ends_of_group) expected += count * count;
    return inside / ends - expected / (ends * ends);
}

double adjusted_rand_index(std::span<const int> one, std::span<const int> other) {
    const double all = pairs(static_cast<double>(one.size()));
    const double of_one = pairs_in_groups(one), of_other = pairs_in_groups(other);
    const double expected = all == 0 ? 0 : of_one * of_other / all;
    const double highest = (of_one + of_other) / 2;
    if (highest == expected) return 1;
    return (pairs_in_both(one, other) - expected) / (highest - expected);
}

}  // namespace konbit::network
