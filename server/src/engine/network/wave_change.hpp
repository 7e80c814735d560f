// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/observed.hpp"

#include <optional>
#include <vector>

namespace konbit::network {

/// One wave of a survey, on a numbering of members that both waves share.
struct Wave {
    ObservedNetwork network;
    std::vector<bool>
        is_member;  ///< Who was on the roster; the numbering also holds those of the other wave.
};

/// What became of ties between two waves, counted where it can be known.
///
/// A cell (one member's report on another) is comparable when the first answered in both waves and both were
/// members in both. Everything else is neither kept nor lost.
struct WaveChange {
    std::vector<Edge> kept{}, lost{}, gained{};  ///< Ascending.
    std::int64_t comparable_cells = 0;
    std::vector<int> joined{}, left{};  ///< Members of one wave only, ascending.

    /// Comparable cells without a tie in either wave.
    std::int64_t absent() const {
        return comparable_cells - std::ssize(kept) - std::ssize(lost) - std::ssize(gained);
    }
    /// Kept ties among those of either wave; nothing without ties. Below 0.2 the waves hardly compare.
    std::optional<double> jaccard() const;
    /// Kept ties among those of the first wave; nothing without any.
    std::optional<double> retention() const;
    /// Pearson correlation of the two waves over the comparable cells, in [-1, 1]; nothing when a wave has
    /// none of these ties or all of them.
    std::optional<double> correlation() const;
};

/// @source Snijders, van de Bunt & Steglich (2010), Social Networks 32(1), 44-60,
/// doi:10.1016/j.socnet.2009.02.004.
WaveChange compare(const Wave& first, const Wave& second);

}  // namespace konbit::network
