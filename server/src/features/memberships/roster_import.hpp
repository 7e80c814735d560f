// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "db/database.hpp"
#include "features/memberships/roster_plan.hpp"
#include "features/permission/capabilities.hpp"

#include <string_view>

namespace konbit {

/// What importing a member list into the facilitator's cluster would do.
/// @return As read_roster() when the file cannot be taken at all.
Result<RosterPreview> preview_roster(db::Database& database, const Facilitator& by, std::string_view bytes,
                                     const RosterChoices& choices, Instant now);

/// Imports a member list: every row that is not skipped, or nothing. New organizations are seen by the
/// cluster only.
/// @return ErrorCode::invalid with "row:12/email" for each problem of a row that is not skipped.
Result<RosterResult> import_roster(db::Database& database, const Facilitator& by, std::string_view bytes,
                                   const RosterChoices& choices, Instant now);

}  // namespace konbit
