// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/permission/viewer.hpp"
#include "features/public_figures/public_figures.hpp"

#include <vector>

namespace konbit::public_figures {

/// Whether the consent of a wave says that totals of the whole network are public.
bool is_announced(db::Session& db, const WaveId& wave);

/// Publicity::withheld is left empty.
Publicity find(db::Session& db, const WaveFacilitator& by);

/// Puts it into the consent of a draft; nothing happens where it is there.
/// @return ErrorCode::conflict with "consent_stands" once the wave was opened.
Result<void> announce(db::Session& db, const WaveFacilitator& by, Instant now);

/// Takes it out again for good, and what was released with it. Possible at any time: less is shown then.
void take_announcement_back(db::Session& db, const WaveFacilitator& by);

/// Lets everybody read what public_wave_of() allows.
/// @return ErrorCode::conflict with "wave_not_frozen" while the results may still change, "not_announced"
/// where
///         the consent says nothing of it.
Result<void> release(db::Session& db, const WaveFacilitator& by, Instant now);

/// Takes that back; nothing happens where nothing was released.
void withdraw(db::Session& db, const WaveFacilitator& by);

/// Waves of a cluster that were released, the earliest first, as far as the viewer may see the cluster. Once
/// answers were taken out of final results a wave is none of them.
std::vector<WaveId> released_waves(db::Session& db, const Viewer& viewer, const ClusterId& cluster);

/// Announces and releases the invented waves of the demonstration.
void release_demo(db::Session& db, const ClusterId& cluster);

}  // namespace konbit::public_figures
