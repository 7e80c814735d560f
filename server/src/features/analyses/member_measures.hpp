// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/analyses/measures.hpp"
#include "features/networks/wave_data.hpp"

/// Measures of single members, by name. The caller has seen to it that they may be shown.
namespace konbit::analyses {

/// Those of one question: counts rest on the rows that are known, positions on the network filled in from one
/// side (engine/network/observed_report.hpp).
/// @param question  By name only.
/// @param group_of  Group of each member; negative where it is not known.
/// @param most_exact  As most_exact_members.
std::vector<NodeMeasure> member_measures_of(const networks::QuestionData& question,
                                            const std::vector<int>& group_of, int most_exact);

/// `mean_layers`: in how many open questions a member has a tie with a contact, on average over its contacts;
/// among members who answered them all.
/// @return Nothing with fewer than two open questions that are answered well enough to rank members.
std::optional<NodeMeasure> layers_of_members(const networks::WaveData& data);

/// Sets of one up to `most` members.
/// @param question  By name only.
std::vector<KeyPlayerMeasure> key_players_of(const networks::QuestionData& question,
                                             const networks::WaveData& data, int most);

}  // namespace konbit::analyses
