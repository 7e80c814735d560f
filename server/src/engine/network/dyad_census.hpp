// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>

namespace konbit::network {

/// How many pairs of actors name each other, are named one way, or have no tie.
struct DyadCensus {
    std::int64_t mutual = 0;
    std::int64_t asymmetric = 0;
    std::int64_t null = 0;

    bool operator==(const DyadCensus&) const = default;
};

/// Counts the pairs of a directed graph; in an undirected one every tie counts as mutual.
///
/// @complexity O(edges log degree).
/// @source Holland & Leinhardt (1970), American Journal of Sociology 76(3), 492-513, doi:10.1086/224954.
DyadCensus dyad_census(const Graph& graph);

/// The share of ties that are answered by a tie back: 2M / (2M + A).
///
/// @return In [0, 1]; nothing without ties.
/// @note Some tools call "reciprocity" what counts pairs, with or without null pairs: other numbers.
std::optional<double> reciprocity_edgewise(const DyadCensus& dyads);

/// The share of pairs with any tie whose tie is mutual: M / (M + A).
/// @return In [0, 1]; nothing without ties.
std::optional<double> reciprocity_dyadic_nonnull(const DyadCensus& dyads);

}  // namespace konbit::network
