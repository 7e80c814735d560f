// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/clusters/cluster.hpp"
#include "features/history/history.hpp"
#include "features/memberships/membership.hpp"
#include "features/permission/capabilities.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// Who belongs to which cluster. Contacts leave the database towards the cluster's facilitator only.
namespace konbit::memberships {

/// The roster with contacts, in the order of the labels; members that left stand in it too.
Result<Page<RosterMember>> list(db::Session& session, const Facilitator& by, const PageRequest& page);

/// The present members whose organization the viewer may see, by name, without contacts. The cluster must be
/// visible.
Result<Page<ListedMember>> list_profiles(db::Session& session, const Viewer& viewer, const ClusterId& cluster,
                                         const PageRequest& page);

/// A cluster to which an organization belongs.
struct ClusterBrief {
    ClusterId id{};
    std::string slug;
    std::string name;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &ClusterBrief::id, Access::read_only),
            field("slug", &ClusterBrief::slug, Access::read_only),
            field("name", &ClusterBrief::name, Access::read_only),
        };
    }
};
/// The clusters of an organization that the viewer may see.
std::vector<ClusterBrief> list_clusters(db::Session& session, const Viewer& viewer,
                                        const OrganizationId& organization);

/// @return ErrorCode::not_found for a membership of another cluster.
Result<RosterMember> find(db::Session& session, const Facilitator& by, const MembershipId& id);

/// The membership of an organization in the facilitator's cluster.
Result<RosterMember> find_of(db::Session& session, const Facilitator& by, const OrganizationId& organization);

/// Label and country are taken from the organization when they are empty.
/// @return ErrorCode::invalid with "unknown" at /organization_id for an organization that the facilitator may
/// not
///         see, "taken" when it is a member already, and what the rules find.
Result<RosterMember> insert(db::Session& session, Membership membership, const Facilitator& by,
                            const history::Occasion& at);

/// The same for an organization at hand, which the facilitator need not see yet: a roster brought it along.
Result<RosterMember> insert(db::Session& session, Membership membership, const Organization& organization,
                            const Facilitator& by, const history::Occasion& at);

/// @return ErrorCode::stale when it was changed meanwhile; ErrorCode::invalid when the organization is
/// another one.
Result<RosterMember> update(db::Session& session, Membership membership, const Facilitator& by,
                            const history::Occasion& at);

/// The membership with its texts tidied, if it keeps every rule; reads nothing.
Result<Membership> validated(Membership membership);

/// For an entry that was a mistake; who leaves gets a `left_on`.
/// @return ErrorCode::conflict while a survey wave or an entry of its statement refers to it.
Result<void> remove(db::Session& session, const Membership& membership, const Facilitator& by,
                    const history::Occasion& at);

/// Brings back an entry that was removed, under its id.
/// @return ErrorCode::conflict "already_there" when the organization is a member again, "reference" when it
/// is gone.
Result<RosterMember> restore(db::Session& session, Membership membership, const Facilitator& by,
                             const history::Occasion& at);

/// Present members of the facilitator's cluster.
std::int64_t count(db::Session& session, const Facilitator& by);

}  // namespace konbit::memberships
