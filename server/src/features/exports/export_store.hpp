// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/exports/export.hpp"

#include <set>
#include <vector>

namespace konbit::exports {

/// Who agreed that answers leave for a purpose.
std::set<WaveMemberId> agreed_to(db::Session& db, const WaveId& wave, ExportPurpose purpose);

/// Notes a file that leaves, and words its stamp.
StampedExport insert(db::Session& db, const WaveFacilitator& by, Export draft, Instant now);

/// All that was taken out of a wave, the newest first, with their stamps.
std::vector<StampedExport> list_exports(db::Session& db, const WaveFacilitator& by);

}  // namespace konbit::exports
