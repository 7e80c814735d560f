// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/surveys/survey_store.hpp"

#include <vector>

/// A pilot: the questions of a draft, asked of a few of its members beforehand. The roster is whole, so that
/// they see the survey as it will be; only they have a link. What they answer counts nowhere.
namespace konbit::surveys {

/// More would be a wave.
inline constexpr std::size_t largest_pilot = 5;

/// Whom a pilot asks.
struct Pilot {
    std::vector<WaveMemberId> members;  ///< Of the draft; 1 to largest_pilot, none twice.

    static constexpr auto fields() { return std::tuple{field("members", &Pilot::members)}; }
};

/// @return ErrorCode::invalid with "/members" "required", "too_long" or "repeated".
Result<Pilot> checked(Pilot pilot);

/// Makes and opens a pilot of a draft.
/// @param id  Of the pilot; its key is on disk already.
/// @return ErrorCode::conflict with "wave_not_draft"; ErrorCode::invalid with "/members/N" "not_allowed" for
///         somebody who is not on the roster.
Result<Wave> insert_pilot(db::Session& db, const WaveFacilitator& by, const WaveId& id, const Pilot& pilot,
                          const PreparedInstrument& wordings, Instant now);

/// The pilots of a draft, the newest first.
std::vector<Wave> list_pilots(db::Session& db, const WaveId& draft);

/// Throws the pilots of a wave away, with everything that was answered there.
void remove_pilots(db::Session& db, const WaveId& draft);

}  // namespace konbit::surveys
