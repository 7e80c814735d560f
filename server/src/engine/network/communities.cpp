// SPDX-License-Identifier: Apache-2.0
#include "engine/network/communities.hpp"

#include "engine/network/leiden.hpp"
#include "engine/parallel.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

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

/// How many labels are needed to count by label: labels are 0 or more, and few.
std::size_t label_count(std::span<const int> label) {
    return label.empty() ? 0 : static_cast<std::size_t>(std::ranges::max(label)) + 1;
}

double pairs_in_groups(std::span<const int> group_of) {
    std::vector<double> size(label_count(group_of));
    double sum = 0;
    for (const int group : group_of) sum += size[group]++;
    return sum;
}

/// Actors group by group.
std::vector<int> ordered_by_group(std::span<const int> group_of) {
    std::vector<int> start(label_count(group_of) + 1), order(group_of.size());
    for (const int group : group_of) ++start[group + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    for (std::size_t node = 0; node < group_of.size(); ++node)
        order[start[group_of[node]]++] = static_cast<int>(node);
    return order;
}

/// Pairs that are together in both divisions.
/// @param order  Of ordered_by_group(one).
double pairs_in_both(std::span<const int> order, std::span<const int> one, std::span<const int> other) {
    std::vector<double> met(
        label_count(other));  // of the other division's groups, within a group of the first
    double sum = 0;
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        for (; end < order.size() && one[order[end]] == one[order[begin]]; ++end)
            sum += met[other[order[end]]]++;
        for (std::size_t i = begin; i < end; ++i) met[other[order[i]]] = 0;
    }
    return sum;
}

/// @param ties  Undirected, with at least one tie.
double modularity_of(const Graph& ties, std::span<const int> group_of) {
    const auto ends = 2 * static_cast<double>(ties.edge_count());
    std::vector<double> ends_of_group(label_count(group_of));
    std::int64_t inside = 0;
    for (int node = 0; node < ties.node_count(); ++node) {
        const int group = group_of[node];
        ends_of_group[group] += static_cast<double>(ties.out(node).size());
        for (const int other : ties.out(node)) inside += group_of[other] == group;
    }
    double expected = 0;
    for (const double count : ends_of_group) expected += count * count;
    return static_cast<double>(inside) / ends - expected / (ends * ends);
}

/// One division beside which others are held.
class Yardstick {
  public:
    explicit Yardstick(std::span<const int> group_of)
        : group_of_(group_of), order_(ordered_by_group(group_of)), together_(pairs_in_groups(group_of)) {}

    double adjusted_rand_index(std::span<const int> other) const {
        const double all = pairs(static_cast<double>(other.size())), of_other = pairs_in_groups(other);
        const double expected = all == 0 ? 0 : together_ * of_other / all;
        const double highest = (together_ + of_other) / 2;
        if (highest == expected) return 1;
        return (pairs_in_both(order_, group_of_, other) - expected) / (highest - expected);
    }

  private:
    std::span<const int> group_of_;
    std::vector<int> order_;
    double together_;
};

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
    const Yardstick yardstick(found[kept].group_of);
    double sum = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (i != kept) sum += yardstick.adjusted_rand_index(found[i].group_of);
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
    return Yardstick(one).adjusted_rand_index(other);
}

}  // namespace konbit::network
