// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/networks/wave_data.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::networks {

/// Gives each actor its number in the layout that all waves of the cluster share, and the ties on which it
/// rests: those of open questions, and of limited ones where the respondent agreed, of every wave.
void add_layout(db::Session& db, const Analyst& by, WaveData& data);

}  // namespace konbit::networks
