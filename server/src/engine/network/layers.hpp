// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace konbit::network {

/// One question about the same actors: who knows whom, who works with whom.
struct Layer {
    std::string name;
    Graph graph;  ///< Of the same actors as every other layer, all directed or all undirected.
};

/// How many pairs have a tie in exactly these layers.
struct LayerSignature {
    std::uint32_t layers = 0;  ///< Bit i stands for layer i.
    std::int64_t pairs = 0;    ///< Ordered if directed.
};

/// Two layers side by side.
struct LayerOverlap {
    int one = 0, other = 0;   ///< Places of the layers.
    std::int64_t shared = 0;  ///< Pairs with a tie in both.
    /// Shared ties among those of either; nothing when both are empty.
    std::optional<double> jaccard;
    /// Of the ties in `one`, the share that is in `other` too; nothing when `one` is empty.
    std::optional<double> conversion;
};

struct Multiplexity {
    /// Signatures that occur, by number; pairs without any tie are left out.
    std::vector<LayerSignature> signatures;
    std::int64_t union_ties = 0;  ///< Pairs with a tie in some layer.
    /// Of these, the share with ties in two layers or more; nothing without ties.
    std::optional<double> multiplex_share;
    std::vector<LayerOverlap> overlaps;  ///< Of every two layers, both ways round.
    /// In how many layers an actor has a tie with a contact, on average over its contacts; direction is
    /// dropped. NaN for isolates.
    std::vector<double> mean_layers;
};

inline constexpr std::size_t most_layers = 16;

/// How the layers of a network lie upon each other.
///
/// A funnel (know, communicate, trust, work together) is read from `conversion` of each layer to the next;
/// competitors who work together (coopetition) from the overlap of the two layers.
/// @param layers  1 .. most_layers (asserted).
/// @complexity O(sum of edges * log).
/// @source Wasserman & Faust (1994), doi:10.1017/CBO9780511815478; Bengtsson & Kock (2000), Industrial
/// Marketing
///         Management 29(5), 411-426, doi:10.1016/S0019-8501(99)00067-X (coopetition).
Multiplexity multiplexity(std::span<const Layer> layers);

}  // namespace konbit::network
