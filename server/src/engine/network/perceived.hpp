// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace konbit::network {

/// What one actor says of another, on one scale for all items.
struct Rating {
    int rater = 0, rated = 0;
    std::vector<std::optional<double>>
        items;  ///< Three of reliability: reliable, same mission, open to discussion;
                ///< three of value: influence, involvement, resources.
};

/// How others see one actor.
struct PerceivedScore {
    std::optional<double>
        score;       ///< Mean over raters of the mean of their items; nothing below `least_raters`.
    int raters = 0;  ///< Those who answered every item.
};

struct PerceivedScores {
    std::vector<PerceivedScore> of;  ///< Of each actor.
    std::optional<double> network;   ///< Mean over actors with a score; nothing when nobody has one.
};

/// A score that rests on fewer would tell who gave it.
inline constexpr int least_raters = 3;

/// Perceived reliability, or value, of each actor: the same arithmetic on the three items of one or the
/// other.
///
/// A rater who left an item out does not count, and what an actor says of itself does not either.
/// @param ratings     At most one of each rater about each actor.
/// @param node_count  Actors are 0 .. node_count-1.
/// @complexity O(ratings * items).
/// @source After the dimensions of trust and value in Varda, Chandra, Stern & Lurie (2008), Journal of Public
/// Health
///         Management and Practice 14(5), E1-E7, doi:10.1097/01.PHH.0000333889.60517.46.
PerceivedScores perceived_scores(std::span<const Rating> ratings, int node_count);

}  // namespace konbit::network
