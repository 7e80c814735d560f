// SPDX-License-Identifier: Apache-2.0
#include "engine/network/layers.hpp"

#include "engine/network/share.hpp"

#include <bit>
#include <cassert>
#include <limits>
#include <map>

namespace konbit::network {
namespace {

using Signatures = std::map<Edge, std::uint32_t>;

template <class TiesOf>
Signatures signatures_of(std::span<const Layer> layers, TiesOf ties_of) {
    Signatures signatures;
    for (std::size_t i = 0; i < layers.size(); ++i)
        for (const Edge& tie : ties_of(layers[i].graph)) signatures[tie] |= std::uint32_t{1} << i;
    return signatures;
}

void count_signatures(const Signatures& of_pairs, Multiplexity& found) {
    std::map<std::uint32_t, std::int64_t> counts;
    std::int64_t multiplex = 0;
    for (const auto& [pair, signature] : of_pairs) {
        ++counts[signature];
        multiplex += std::popcount(signature) > 1;
    }
    for (const auto& [signature, pairs] : counts) found.signatures.push_back({signature, pairs});
    found.union_ties = std::ssize(of_pairs);
    found.multiplex_share = share(multiplex, found.union_ties);
}

LayerOverlap overlap(int one, int other, const Multiplexity& found) {
    LayerOverlap overlap{.one = one, .other = other, .jaccard = {}, .conversion = {}};
    std::int64_t of_one = 0, of_either = 0;
    for (const auto& [signature, pairs] : found.signatures) {
        const bool in_one = (signature >> one & 1) != 0, in_other = (signature >> other & 1) != 0;
        overlap.shared += in_one && in_other ? pairs : 0;
        of_one += in_one ? pairs : 0;
        of_either += in_one || in_other ? pairs : 0;
    }
    overlap.jaccard = share(overlap.shared, of_either);
    overlap.conversion = share(overlap.shared, of_one);
    return overlap;
}

std::vector<double> mean_layers(std::span<const Layer> layers) {
    const int n = layers.front().graph.node_count();
    std::vector<double> sums(n), contacts(n);
    const Signatures of_pairs =
        signatures_of(layers, [](const Graph& graph) { return undirected(graph).edges(); });
    for (const auto& [pair, signature] : of_pairs)
        for (const int end : {pair.from, pair.to}) {
            sums[end] += std::popcount(signature);
            ++contacts[end];
        }
    for (int node = 0; node < n; ++node)
        sums[node] =
            contacts[node] == 0 ? std::numeric_limits<double>::quiet_NaN() : sums[node] / contacts[node];
    return sums;
}

}  // namespace

Multiplexity multiplexity(std::span<const Layer> layers) {
    assert(!layers.empty() && layers.size() <= most_layers);
    Multiplexity found;
    count_signatures(signatures_of(layers, [](const Graph& graph) { return graph.edges(); }), found);
    const int count = static_cast<int>(layers.size());
    for (int one = 0; one < count; ++one)
        for (int other = 0; other < count; ++other)
            if (one != other) found.overlaps.push_back(overlap(one, other, found));
    found.mean_layers = mean_layers(layers);
    return found;
}

}  // namespace konbit::network
