// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/surveys/wave.hpp"
#include "features/totals/totals.hpp"

#include <vector>

namespace konbit::totals {

struct ReleasedWave {
    WaveId id{};
    bool has_named_readers = false;
};

/// The waves of a cluster whose totals were released, the earliest first, as far as the viewer may see the
/// cluster. That the viewer may read totals is the policy's word.
std::vector<ReleasedWave> released_waves(db::Session& db, const Viewer& viewer, const ClusterId& cluster);

/// Final waves of the cluster whose totals were not released, for whoever could.
std::vector<WaitingWave> waiting_waves(db::Session& db, const Viewer& viewer, const ClusterId& cluster);

/// Lets readers of totals read those of this wave.
/// @return ErrorCode::conflict with "wave_not_frozen" while the results may still change.
Result<void> release(db::Session& db, const WaveFacilitator& by, Instant now);

/// Takes that back; nothing happens where nothing was released.
void withdraw(db::Session& db, const WaveFacilitator& by);

}  // namespace konbit::totals
