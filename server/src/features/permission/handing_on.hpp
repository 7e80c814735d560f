// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/permission/grant.hpp"

#include <vector>

namespace konbit {

/// Whether somebody with these grants may give another person the wanted one.
///
/// A facilitator lets others into the own cluster, as members or as facilitators. Who speaks for an
/// organization lets colleagues speak for it; a facilitator does so only for a firm that the own roster
/// brought in and that nobody else knows: any other organization is claimed, not given away.
bool may_hand_on(db::Session& db, const std::vector<Grant>& own, const Grant& wanted);

}  // namespace konbit
