// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/unlisted/verdict.hpp"

namespace konbit::unlisted {

/// What members of the wave named, most named first; merged ones are not in it any more.
/// @complexity O(n log n) for the n names, and a search of the directory for each that is pending.
std::vector<UnlistedGroup> list_groups(db::Session& db, const WaveFacilitator& by);

/// Says what some of them are. Merged, the ties are the member's from then on, and a tie that was there
/// stands. Whoever is accepted and shall be asked in the next wave is added to the roster of the cluster as
/// any member.
/// @return ErrorCode::invalid with "/ids" "required" or "not_allowed" (of another wave, or merged already),
///         "/member_id" "required" or "not_allowed", "/organization_id" "not_allowed"; ErrorCode::conflict
///         "is_pilot", or "wave_frozen" once the results are final.
Result<void> judge(db::Session& db, const WaveFacilitator& by, const GivenVerdict& given);

}  // namespace konbit::unlisted
