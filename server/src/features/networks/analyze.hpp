// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"

namespace konbit::networks {

/// Raised when the same answers may give other figures than before.
inline constexpr std::string_view engine_version = "1";

/// Everything that a facilitator may know of a wave's network.
///
/// Ties of open questions count by name; those of limited ones by name where the respondent agreed, else in
/// figures; sealed ones only in sums. What is not by name counts above the thresholds of
/// engine/survey/disclosure.hpp and not while the wave is open: two figures before and after one answer would
/// give that answer away. Members who have not answered are missing, never zero.
///
/// @return `input_hash` is left empty.
/// @complexity O(members^3).
NetworkReport analyze(const WaveData& all);

}  // namespace konbit::networks
