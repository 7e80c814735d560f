// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/informants/informant.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::informants {

/// The whole roster of a wave, those who are not asked included.
Result<AskedRoster> find_asked(db::Session& db, const WaveFacilitator& by);

/// Asks these people for a member, in place of those asked so far. Who stays keeps the link; who goes loses
/// it.
/// @return ErrorCode::not_found for a member that is not on the roster; ErrorCode::conflict "not_asked" for
/// one that
///         the wave does not ask, "wave_closed" once it takes no answers, "is_pilot" for a pilot, or
///         "informant_answering" when somebody who has opened the link would go; ErrorCode::invalid
///         "/people/N" "unknown" for nobody of the member's.
Result<RosterEntry> choose(db::Session& db, const WaveFacilitator& by, const WaveMemberId& member,
                           const ChosenInformants& chosen);

/// Asks a member of a draft, or only lists it, whatever the rule of the wave says; another rule takes that
/// back.
/// @return ErrorCode::not_found for a member that is not on the roster; ErrorCode::conflict "wave_not_draft"
/// or
///         "is_pilot".
Result<RosterEntry> set_asked(db::Session& db, const WaveFacilitator& by, const WaveMemberId& member,
                              bool is_asked);

/// Somebody is erased: the person's links end, and an invitation that was not taken up yet goes where
/// somebody else answers for the member. What was answered is the member's, and stays.
/// @return How many invitations named the person.
std::int64_t forget(db::Session& db, const PersonId& person);

/// Two entries were one person: what the other was asked, the kept one is.
void merge(db::Session& db, const PersonId& kept, const PersonId& other);

}  // namespace konbit::informants
