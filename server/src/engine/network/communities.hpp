// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace konbit::network {

/// Circles within which actors have more ties than chance would give them.
struct Communities {
    int count = 0;
    std::vector<int> of{};  ///< Circle of each actor; 0 is the largest, equal sizes by lowest member.
    std::optional<double> modularity;  ///< Of this division, at most 1; nothing without ties.
    /// How well other searches agree with this division (mean adjusted Rand index): 1 when all find the same,
    /// about 0 when they agree no better than chance. Nothing for a single search or without ties.
    std::optional<double> stability{};
};

struct CommunitySearch {
    int searches =
        50;  ///< At least 1. The division with the highest modularity is kept, the first one if equal.
    std::uint64_t seed = 1;  ///< Equal seeds give equal results.
};

/// Divides the actors by the Leiden method on modularity with resolution 1. Direction is dropped; isolates
/// are alone.
///
/// @note One good division among many, found by a search: never present it as the truth, and show its
/// stability.
/// @complexity About O(edges) per search.
/// @source Traag, Waltman & van Eck (2019), Scientific Reports 9, 5233, doi:10.1038/s41598-019-41695-z.
Communities communities(const Graph& graph, CommunitySearch search = {});

/// How much more often ties fall within groups than chance would have it, given the degrees. Direction is
/// dropped.
///
/// @param group_of  Group number (0 or more) of each actor.
/// @return In [-0.5, 1); nothing without ties.
/// @source Newman & Girvan (2004), Physical Review E 69, 026113, doi:10.1103/PhysRevE.69.026113.
std::optional<double> modularity(const Graph& graph, std::span<const int> group_of);

/// How well two divisions of the same actors agree, beyond chance.
/// @return At most 1 (equal divisions, and any two of fewer than two actors); about 0 by chance.
/// @source Hubert & Arabie (1985), Journal of Classification 2, 193-218, doi:10.1007/BF01908075.
double adjusted_rand_index(std::span<const int> one, std::span<const int> other);

}  // namespace konbit::network
