// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/exports/export.hpp"
#include "features/totals/totals_policy.hpp"

#include <set>
#include <vector>

namespace konbit::exports {

/// Who agreed that answers leave for a purpose.
std::set<WaveMemberId> agreed_to(db::Session& db, const WaveId& wave, ExportPurpose purpose);

/// Notes a file that leaves.
Export insert(db::Session& db, const WaveFacilitator& by, Export draft, Instant now);
Export insert(db::Session& db, const totals::TotalsReader& by, Export draft, Instant now);

/// All that was taken out of a wave, the newest first.
std::vector<Export> list_exports(db::Session& db, const WaveFacilitator& by);

}  // namespace konbit::exports
