// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"

namespace konbit::networks {

/// Whether a member has at least one observed row, in any question.
std::vector<bool> answered_any(const WaveData& data);

/// The relation that the map is drawn for: who communicates, when any of its rows is known by name, else the
/// first open question with an observed row.
const QuestionData& map_question(const WaveData& data);

/// The most named tenth, by their places: all who are named as often as its last one, and at least three
/// times.
/// @param named  How often each member is named.
/// @return Ascending; empty when nobody is named that often.
std::vector<int> most_named(const std::vector<double>& named);

ResponseSummary response_of(const WaveData& data);

}  // namespace konbit::networks
