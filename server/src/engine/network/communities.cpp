// SPDX-License-Identifier: Apache-2.0
#include "engine/network/communities.hpp"

#include "engine/network/leiden.hpp"
#include "engine/parallel.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace konbit::network {
namespace {

constexpr double nanoseconds_per_tie = 250;  ///< Of one search.

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

/// @param ties  Undirected, with at least one tie.
double modularity_of(const Graph& ties, std::span<const int> group_of) {
    const auto ends = 2 * static_cast<double>(ties.edge_count());
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

struct Division {
    std::vector<int> group_of;
    double modularity = 0;
};

std::vector<Division> search_all(const Graph& ties, const CommunitySearch& search) {
    std::vector<Division> found(search.searches);
    const double nanoseconds = nanoseconds_per_tie * static_cast<double>(ties.edge_count()) * search.searches;
    parallel_for(search.searches, useful_threads(nanoseconds), [&] {
        return [&](int i) {
            found[i].group_of = leiden_partition(ties, search.seed + static_cast<std::uint64_t>(i));
            found[i].modularity = modularity_of(ties, found[i].group_of);
        };
    });
    return found;
}

/// The first one of those with the highest modularity, rounding apart.
std::size_t best_of(const std::vector<Division>& found) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < found.size(); ++i)
        if (found[i].modularity > found[best].modularity + 1e-12) best = i;
    return best;
}

std::optional<double> mean_agreement(const std::vector<Division>& found, std::size_t kept) {
    if (found.size() < 2) return std::nullopt;
    double sum = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (i != kept) sum += adjusted_rand_index(found[kept].group_of, found[i].group_of);
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
    const std::vector<Division> found = search_all(ties, search);
    const std::size_t best = best_of(found);
    Communities kept = numbered(found[best].group_of);
    kept.modularity = found[best].modularity;
    kept.stability = mean_agreement(found, best);
    return kept;
}

std::optional<double> modularity(const Graph& graph, std::span<const int> group_of) {
    const Graph ties = undirected(graph);
    if (ties.edge_count() == 0) return std::nullopt;
    return modularity_of(ties, group_of);
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
