// SPDX-License-Identifier: Apache-2.0
#include "engine/network/strength.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <tuple>

namespace konbit::network {
namespace {

/// Each tie once, with its larger weight.
std::vector<WeightedTie> unrepeated(std::span<const WeightedTie> given, Direction direction) {
    std::vector<WeightedTie> ties(given.begin(), given.end());
    std::erase_if(ties, [](const WeightedTie& tie) { return tie.from == tie.to; });
    if (direction == Direction::undirected)
        for (auto& [from, to, weight] : ties)
            if (from > to) std::swap(from, to);
    std::ranges::sort(ties, std::greater());
    const auto same_pair = [](const WeightedTie& one, const WeightedTie& other) {
        return std::tie(one.from, one.to) == std::tie(other.from, other.to);
    };
    const auto repeated = std::ranges::unique(ties, same_pair);
    ties.erase(repeated.begin(), repeated.end());
    return ties;
}

}  // namespace

Strengths strengths(int node_count, std::span<const WeightedTie> ties, Direction direction) {
    Strengths sums{std::vector<double>(node_count), std::vector<double>(node_count)};
    for (const auto& [from, to, weight] : unrepeated(ties, direction)) {
        assert(from < node_count && to < node_count);
        sums.out[from] += weight;
        sums.in[to] += weight;
        if (direction == Direction::directed) continue;
        sums.out[to] += weight;
        sums.in[from] += weight;
    }
    return sums;
}

}  // namespace konbit::network
