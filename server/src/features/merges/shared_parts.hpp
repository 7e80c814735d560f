// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/memberships/membership.hpp"

#include <map>
#include <string>
#include <vector>

/// What a member of a cluster has a part in beside its statement: introductions, meetings,
/// the lead.
namespace konbit::merges {

using SharedParts = std::map<std::string, std::vector<std::string>, std::less<>>;

/// The rows of the duplicate's entry that can become the survivor's, by "table.column", and what both have a
/// part in. An introduction of the two to each other ends.
SharedParts find_shared_parts(db::Session& session, const MembershipId& entry, const MembershipId& kept);

/// Points those rows at an entry.
void give_shared_parts(db::Session& session, const SharedParts& parts, const MembershipId& entry);

}  // namespace konbit::merges
