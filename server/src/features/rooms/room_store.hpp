// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/rooms/room.hpp"

namespace konbit::rooms {

/// Begins a room; a former one of the wave ends, with its list of who is there.
/// @return ErrorCode::conflict with "wave_not_open" or "wave_closed" when nobody could answer.
Result<Room> start(db::Session& db, const WaveFacilitator& by, const Duration& duration, Instant now);

/// Gives more time, counted from now when the time is over already.
/// @return ErrorCode::not_found when there is no room.
Result<Room> prolong(db::Session& db, const WaveFacilitator& by, const Duration& duration, Instant now);

/// Ends the room and forgets who was there; done twice it is the same.
void end(db::Session& db, const WaveFacilitator& by);

/// The room of the wave. @return Nothing when there is none, or it was forgotten.
std::optional<Room> find(db::Session& db, const WaveFacilitator& by, Instant now);

/// Notes that a member is in the room, or has left it.
/// @return ErrorCode::not_found when there is no room, or the member is not of its wave.
Result<void> note_presence(db::Session& db, const WaveFacilitator& by, const WaveMemberId& member,
                           bool is_present, Instant now);

/// Everybody who is asked, in the order of the roster.
std::vector<RoomMember> list_members(db::Session& db, const WaveFacilitator& by);

/// @return ErrorCode::not_found when there is no room.
Result<RoomCount> count(db::Session& db, const WaveFacilitator& by, Instant now);

/// What whoever holds the room's address is shown.
/// @return ErrorCode::not_found "room" when it has ended.
Result<PassedPhone> find_passed(db::Session& db, const RoomId& room, Instant now);

/// Forgets rooms that nobody ended. @return How many.
std::int64_t remove_old(db::Session& db, Instant before);

}  // namespace konbit::rooms
