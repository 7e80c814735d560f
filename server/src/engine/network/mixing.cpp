// SPDX-License-Identifier: Apache-2.0
#include "engine/network/mixing.hpp"

#include "engine/network/share.hpp"

#include <algorithm>

namespace konbit::network {
namespace {

std::vector<std::int64_t> group_sizes(std::span<const int> group_of) {
    std::vector<std::int64_t> sizes(group_of.empty() ? 0 : std::max(0, std::ranges::max(group_of) + 1));
    for (const int group : group_of)
        if (group >= 0) ++sizes[group];
    return sizes;
}

std::int64_t possible_ties(const std::vector<std::int64_t>& sizes, int from, int to, bool is_directed) {
    if (from != to) return sizes[from] * sizes[to];
    return sizes[from] * (sizes[from] - 1) / (is_directed ? 1 : 2);
}

std::optional<double> ratio(const std::optional<double>& above, const std::optional<double>& below) {
    if (!above || !below || *below == 0) return std::nullopt;
    return *above / *below;
}

}  // namespace

std::optional<double> GroupTies::density() const { return share(ties, possible); }

std::optional<double> GroupTies::odds() const { return share(ties, possible - ties); }

std::optional<double> odds_ratio_within(const Graph& graph, std::span<const int> group_of) {
    GroupTies within, between;
    std::int64_t known = 0;
    const int orders = graph.is_directed() ? 1 : 2;
    for (const std::int64_t size : group_sizes(group_of)) {
        known += size;
        within.possible += size * (size - 1) / orders;
    }
    between.possible = known * (known - 1) / orders - within.possible;
    for (const auto& [from, to] : graph.edges()) {
        if (group_of[from] < 0 || group_of[to] < 0) continue;
        ++(group_of[from] == group_of[to] ? within : between).ties;
    }
    return ratio(within.odds(), between.odds());
}

MixingTable mixing_table(const Graph& graph, std::span<const int> group_of) {
    MixingTable table{.cells = {}, .odds_ratio_within = odds_ratio_within(graph, group_of)};
    const auto sizes = group_sizes(group_of);
    if (sizes.size() > most_mixing_groups) return table;
    const int groups = static_cast<int>(sizes.size());
    std::vector<std::int64_t> ties(sizes.size() * sizes.size());
    for (const auto& [from, to] : graph.edges()) {
        if (group_of[from] < 0 || group_of[to] < 0) continue;
        const auto [low, high] = std::minmax(group_of[from], group_of[to]);
        ++(graph.is_directed() ? ties[group_of[from] * groups + group_of[to]] : ties[low * groups + high]);
    }
    for (int from = 0; from < groups; ++from)
        for (int to = graph.is_directed() ? 0 : from; to < groups; ++to)
            table.cells.push_back(
                {from, to, ties[from * groups + to], possible_ties(sizes, from, to, graph.is_directed())});
    return table;
}

}  // namespace konbit::network
