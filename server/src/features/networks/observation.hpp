// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/observed.hpp"
#include "features/networks/wave_data.hpp"

#include <vector>

namespace konbit::networks {

/// Which rows of a question to look at.
enum class Rows {
    observed,  ///< Every observed one: for figures.
    named,     ///< Those among them that may be shown by name: for the map and for lists.
};

/// One entry for each actor: whether its row is among these.
std::vector<bool> known_rows(const QuestionData& question, Rows which);

/// The question without the rows that count in figures only.
QuestionData by_name(QuestionData question);

/// What the engine works on.
network::ObservedNetwork observed(const QuestionData& question, Rows which);

/// The members whose row is among these, by their places.
std::vector<int> places(const std::vector<bool>& is_known);

/// Number of each actor's country, from 0 in the order of the roster; -1 when it is not known.
std::vector<int> countries(const WaveData& data);

/// Number of each actor's subsector, from 0; -1 when it is not stated.
std::vector<int> subsectors(const WaveData& data);

/// The union of the named ties of all open questions: what lists and introductions may rest on.
/// @return Directed; `has_answered` holds who answered any of them.
network::ObservedNetwork open_network(const WaveData& data);

}  // namespace konbit::networks
