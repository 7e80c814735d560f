// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/externals/external.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::externals {

/// About which organizations a wave asks, by kind and name.
std::vector<External> list(db::Session& db, const WaveId& wave);

/// Puts a list in place of the one that a draft has.
/// @param chosen  As checked() gave it.
/// @return ErrorCode::conflict "instrument_frozen" once the wave is open; ErrorCode::invalid at
///         "/externals/N/organization_id" "unknown" for an organization that nobody may see, and "is_member"
///         for one that stands on the roster as a member.
Result<ExternalList> replace(db::Session& db, const WaveFacilitator& by, const ExternalList& chosen);

/// Lets a wave ask about the same organizations as another one.
void copy(db::Session& db, const WaveId& to, const WaveId& from);

}  // namespace konbit::externals
