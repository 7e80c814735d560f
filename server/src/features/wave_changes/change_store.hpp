// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/permission/capabilities.hpp"
#include "features/wave_changes/wave_change.hpp"

namespace konbit::wave_changes {

/// What became of the network since the wave before. Nothing sealed is read.
/// @return Empty but for `turnover` in a first wave; ErrorCode::not_found for a pilot.
Result<WaveChange> find_change(db::Session& db, const Analyst& by);

}  // namespace konbit::wave_changes
