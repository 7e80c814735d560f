// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/permission/grant.hpp"

#include <string>
#include <vector>

namespace konbit {

/// Whether somebody with these grants may give another person the wanted one.
///
/// A facilitator lets others into the own cluster, as members or as facilitators. Who speaks for an
/// organization lets colleagues speak for it; a facilitator does so only for a firm that the own roster
/// brought in and that nobody else knows: any other organization is claimed, not given away. What somebody
/// holds as a deputy gives nothing away.
bool may_hand_on(db::Session& db, const std::vector<Grant>& own, const Grant& wanted);

/// The same with every role that is offered by mail (docs/users/roles.md): administrators give the roles of
/// the platform and the first ones of a country, national coordination those of its country, a support
/// organization its officers, a facilitator researchers and consultants of the own cluster. Of a cluster that
/// nobody runs any more, those who stand behind it name a facilitator.
bool may_give(db::Session& db, const std::vector<Grant>& own, const Grant& wanted);

/// Whether an active account holds the role of a facilitator of the cluster.
bool has_facilitator(db::Session& db, const std::string& cluster);

/// Whether somebody with these grants names who runs a cluster that nobody runs any more: the people of the
/// organization that stands behind it; without one, those who keep the directory of its country.
bool may_step_in(db::Session& db, const std::vector<Grant>& own, const std::string& cluster);

/// Whether one of the grants is that role in that place, and held for oneself.
bool holds_for_oneself(const std::vector<Grant>& own, Role role, Scope scope, const std::string& scope_id);

}  // namespace konbit
