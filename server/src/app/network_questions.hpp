// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_answer.hpp"
#include "app/network_input.hpp"
#include "engine/network/permutation.hpp"

#include <string>
#include <vector>

namespace konbit {

/// The questions of the command line beyond the report of one network. Names of values are those that other
/// tools and tests/golden/networks/reference.json use.

struct WaveQuestion {
    NetworkPaths paths;         ///< Two files of ties; `nodes` has the members of the first wave.
    std::string later_nodes{};  ///< Members of the second wave; empty: the same.
    std::string answered{};     ///< Column that says who answered; empty: everybody.
    std::string
        participants{};  ///< Column that says who took part in a programme; empty: no such comparison.
};
/// Kept, lost and gained ties, pairs by state, and the programme's part in it.
Read<NetworkAnswer> compare_waves(const WaveQuestion& question, const network::Shuffles& shuffles);

/// How alike two networks are, beside chance.
/// @param paths  Two files of ties.
Read<NetworkAnswer> correlate_networks(const NetworkPaths& paths, const network::Shuffles& shuffles);

struct RegressionQuestion {
    NetworkPaths paths;                     ///< The outcome's file of ties, then those of predictors.
    std::vector<std::string> same{};        ///< Columns: 1 for two members with the same text.
    std::vector<std::string> difference{};  ///< Columns: how far apart two members' numbers are.
    bool shuffles_outcome = false;
};
/// Which networks and likenesses go with the first network.
Read<NetworkAnswer> regress_network(const RegressionQuestion& question, const network::Shuffles& shuffles);

struct KeyPlayerQuestion {
    NetworkPaths paths;
    int largest = 3;  ///< Sets of 1 to that many.
    int steps = 1;    ///< For reach.
};
/// Those who matter most together, by each goal.
Read<NetworkAnswer> find_key_players(const KeyPlayerQuestion& question, const network::Shuffles& shuffles);

}  // namespace konbit
