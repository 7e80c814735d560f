// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/audit/cluster_insider.hpp"
#include "features/audit/outside_reading.hpp"

#include <string>

namespace konbit::audit {

/// Quarters are kept three years, as long as a cluster looks back.
inline constexpr std::int64_t readings_kept_ms = 3 * 365 * day_ms;

/// Counts an opening unless the reader belongs to a present member of the cluster.
void count_outside(db::Session& session, const OutsideReader& reader);

/// @param quarter  "2026-Q4".
OutsideReadings outside_readings(db::Session& session, const ClusterInsider& by, std::string quarter,
                                 Instant now);

/// Forgets quarters that ended before.
/// @return How many rows are gone.
std::int64_t remove_old_readings(db::Session& session, Instant before);

}  // namespace konbit::audit
