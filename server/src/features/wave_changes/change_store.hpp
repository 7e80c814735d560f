// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/permission/capabilities.hpp"
#include "features/wave_changes/wave_change.hpp"

namespace konbit::wave_changes {

/// What became of the network since an earlier wave. Nothing sealed is read.
/// @param since  An earlier wave of the survey; nothing: the one before. What was ticked in advance is told
///               apart since the one before only.
/// @return Empty but for `turnover` in a first wave; ErrorCode::not_found for a pilot, and with "since" for a
///         wave that is no earlier one.
Result<WaveChange> find_change(db::Session& db, const Analyst& by, const std::optional<WaveId>& since = {});

}  // namespace konbit::wave_changes
