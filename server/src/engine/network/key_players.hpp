// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"
#include "engine/watch.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace konbit::network {

/// For what a set of actors is the key.
enum class KeyPlayerGoal {
    fragmentation,           ///< Without them most pairs of the others have no path.
    distance_fragmentation,  ///< Without them the others are farthest apart: 1 less the mean of 1/distance.
    reach,                   ///< They reach most actors within some steps, themselves included.
};

constexpr std::array<std::string_view, 3> names(KeyPlayerGoal) {
    return {"fragmentation", "distance_fragmentation", "reach"};
}

struct KeyPlayerSearch {
    KeyPlayerGoal goal = KeyPlayerGoal::fragmentation;
    int size = 1;     ///< Of the set; 1 .. actors (asserted).
    int steps = 1;    ///< For reach.
    int threads = 0;  ///< 0 = as many as the machine has. The result does not depend on it.
    /// Members and ties met, at most, for every set to be tried: seconds of work.
    double most_visits = 2e9;
    Watch* watch = nullptr;
};

struct KeyPlayers {
    std::vector<int> nodes{};  ///< Ascending; of equally good sets the first.
    /// Fragmentation and distance fragmentation: of those who stay, in [0, 1]. Reach: a number of actors.
    double value = 0;
    bool is_exact = false;  ///< Whether every set was tried; otherwise the best that a search found.
};

/// The set of actors that matters most together, which is not the set of those who matter most alone.
/// Direction is dropped.
///
/// Every set is tried when there are at most a million and that meets no more than `most_visits`; otherwise
/// actors are added one by one and exchanged as long as that gains.
/// @complexity Sets tried times O(edges), for distance fragmentation times O(nodes * edges).
/// @source Borgatti (2006), Computational & Mathematical Organization Theory 12, 21-34,
/// doi:10.1007/s10588-006-7084-x.
KeyPlayers key_players(const Graph& graph, const KeyPlayerSearch& search);

/// The value of one set, as in KeyPlayers; 0 for fragmentation when fewer than two others stay.
double key_player_value(const Graph& graph, const KeyPlayerSearch& search, const std::vector<int>& nodes);

}  // namespace konbit::network
