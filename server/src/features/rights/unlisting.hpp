// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/surveys/wave.hpp"

namespace konbit::rights {

/// Takes a member off the roster of a wave that is not frozen: its answers, what others said of it, and its
/// name are erased. Its place stays empty, as sealed rows count on places.
void take_off_roster(db::Session& db, const WaveMemberId& member);

/// Makes a member of frozen results an unnamed other: those who named it keep their ties, and nothing tells
/// whom they named.
void unname(db::Session& db, const WaveMemberId& member);

/// Nothing tells any more who held this link. The member, and others who answer for it, stay as they are.
void forget_person(db::Session& db, const RespondentId& respondent);

}  // namespace konbit::rights
