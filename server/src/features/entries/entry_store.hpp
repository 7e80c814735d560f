// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/entries/entry.hpp"
#include "features/permission/capabilities.hpp"

#include <optional>
#include <vector>

namespace konbit::entries {

/// Everybody who is asked in the wave, in the order of the roster.
std::vector<EntryLine> list_lines(db::Session& db, const WaveFacilitator& by);

/// The entry of a respondent of this wave, a new one when nothing was typed yet. What somebody else typed and
/// did not enter is not in it.
/// @return ErrorCode::not_found for a respondent of another wave.
Result<Entry> find(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent);

/// Keeps what was typed, in place of what was typed before. The last typist's draft stays.
/// @return ErrorCode::conflict "wave_not_open", "wave_closed" or "has_declined"; the errors of
/// checked_draft().
Result<Entry> save_draft(db::Session& db, const WaveFacilitator& by, const Entry& draft, Instant now);

/// Forgets what was typed and not entered.
Result<void> drop_draft(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent);

/// Writes what was typed as answers of the member, all of it or nothing, and ends the draft. Where the member
/// has spoken itself, its own words stand.
/// @param is_notified  Whether the member is written to about it.
/// @param receipt      For the member's own list, unless it has one.
/// @return ErrorCode::conflict "answered_itself" when nothing is left to be entered; the errors of
///         check_complete() and of save_draft().
Result<Entered> enter(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent,
                      bool is_notified, std::string_view receipt, Instant now);

}  // namespace konbit::entries
