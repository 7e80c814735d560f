// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/reminders/reminder_store.hpp"

namespace konbit::reminders {

/// What will be sent when and to whom, without addresses.
ReminderDesk desk_of(db::Session& db, const InstallationKeys& keys, const WaveFacilitator& by, Instant now);

/// Gives back to an open wave what suspensions took, by a later end.
/// @return ErrorCode::conflict "nothing_to_move" when nothing was lost, or it was given back already.
Result<void> move_end(db::Session& db, const InstallationKeys& keys, const WaveFacilitator& by, Instant now);

}  // namespace konbit::reminders
