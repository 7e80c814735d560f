// SPDX-License-Identifier: Apache-2.0
#include "engine/network/random_graph.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <unordered_set>

namespace konbit::network {
namespace {

std::int64_t pairs(std::int64_t nodes, Direction direction) {
    return nodes * (nodes - 1) / (direction == Direction::directed ? 1 : 2);
}

/// The pair of that number: of ordered pairs row by row, of unordered ones those with the higher end 1, 2, 3,
/// …
Edge pair_of(std::int64_t number, std::int64_t nodes, Direction direction) {
    if (direction == Direction::directed) {
        const std::int64_t from = number / (nodes - 1), to = number % (nodes - 1);
        return {static_cast<int>(from), static_cast<int>(to + (to >= from))};
    }
    auto high = static_cast<std::int64_t>((1 + std::sqrt(1 + 8 * static_cast<double>(number))) / 2);
    while (high * (high - 1) / 2 > number) --high;
    while ((high + 1) * high / 2 <= number) ++high;
    return {static_cast<int>(number - high * (high - 1) / 2), static_cast<int>(high)};
}

std::int64_t below(Random& random, std::int64_t count) {
    return std::min(count - 1, static_cast<std::int64_t>(random.unit() * static_cast<double>(count)));
}

}  // namespace

Graph random_graph(int node_count, std::int64_t ties, Direction direction, Random& random) {
    const std::int64_t all = pairs(node_count, direction);
    assert(ties <= all);
    std::unordered_set<std::int64_t> chosen;
    std::vector<Edge> edges;
    // Floyd's sampling: the i-th draw is among the first all - ties + i + 1 pairs, the last one if taken
    // already.
    for (std::int64_t last = all - ties; last < all; ++last) {
        const std::int64_t drawn = below(random, last + 1);
        const std::int64_t pair = chosen.insert(drawn).second ? drawn : last;
        chosen.insert(pair);
        edges.push_back(pair_of(pair, node_count, direction));
    }
    return {node_count, edges, direction};
}

}  // namespace konbit::network
