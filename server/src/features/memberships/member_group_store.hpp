// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/memberships/member_group.hpp"
#include "features/permission/capabilities.hpp"

#include <map>
#include <vector>

/// Chains and working groups; they are their facilitator's tool and shown to nobody else.
namespace konbit::member_groups {

/// The groups of the facilitator's cluster by name, each with its members.
std::vector<MemberGroup> list(db::Session& session, const Facilitator& by);

/// @return ErrorCode::not_found for a group of another cluster.
Result<MemberGroup> find(db::Session& session, const Facilitator& by, const MemberGroupId& id);

/// @return ErrorCode::invalid with "taken" at /name, "unknown" at /monitor_id for nobody of the cluster and
/// at
///         /membership_ids for no member of it.
Result<MemberGroup> insert(db::Session& session, MemberGroup group, const Facilitator& by);

/// @return As insert(), and ErrorCode::stale when it was changed meanwhile.
Result<MemberGroup> update(db::Session& session, MemberGroup group, const Facilitator& by);

/// Its members stay members of the cluster.
Result<void> remove(db::Session& session, const MemberGroup& group, const Facilitator& by);

/// The groups of every member of the cluster that is in one.
std::map<MembershipId, std::vector<MemberGroupId>> of_members(db::Session& session, const ClusterId& cluster);

/// Lets a member of the facilitator's cluster join or leave one of its groups; twice is once.
void join(db::Session& session, const MemberGroupId& group, const MembershipId& member,
          const Facilitator& by);
void leave(db::Session& session, const MemberGroupId& group, const MembershipId& member,
           const Facilitator& by);

}  // namespace konbit::member_groups
