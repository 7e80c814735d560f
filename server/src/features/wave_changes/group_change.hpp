// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/wave_change.hpp"
#include "features/wave_changes/wave_change.hpp"

#include <vector>

namespace konbit::wave_changes {

/// One question in two waves, on the numbering of members that both share.
struct Compared {
    network::Wave first;
    network::Wave second;
    network::WaveChange change;
};

/// The change from group to group, for each grouping that leaves at least two groups.
/// @param after  The later wave: its roster says who belongs to which group.
/// @complexity O(members^2).
std::vector<ChangeTable> tables_of(const Compared& both, QuestionKey key, const networks::WaveData& after);

}  // namespace konbit::wave_changes
