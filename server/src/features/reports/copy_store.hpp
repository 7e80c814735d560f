// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/reports/copy.hpp"

#include <vector>

namespace konbit::reports {

/// Notes that a report leaves.
void insert(db::Session& db, const WaveFacilitator& by, ReportCopy draft, Instant now);

/// The reports that were taken out of a wave, the newest first.
std::vector<ReportCopyLine> list_copies(db::Session& db, const WaveFacilitator& by);

}  // namespace konbit::reports
