// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/neutrality/neutrality.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::neutrality {

Neutrality find(db::Session& db, const Facilitator& by, Instant now);

/// The facilitators of a cluster, and those who stand in for one at that time, who belong to its member
/// firms, by name.
std::vector<FirmPerson> list_firm_people(db::Session& db, const ClusterId& cluster, Instant now);

NeutralityRule find_rule(db::Session& db);

/// Decides for the whole installation. Roles that were given before stay, and stay marked.
void save_rule(db::Session& db, const DirectoryEditor& by, const NeutralityRule& rule, Instant now);

}  // namespace konbit::neutrality
