// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/memberships/membership.hpp"
#include "features/people/person.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

enum class GroupKind {
    chain,          ///< Members that make one product one after another: growers, makers, sellers.
    working_group,  ///< Members that do one thing together.
    other,
};
constexpr auto names(GroupKind) {
    return std::to_array<std::string_view>({"chain", "working_group", "other"});
}

/// A part of a cluster's members that somebody keeps an eye on (glossary: "group"). A member may be in
/// several.
struct GroupRecord {
    MemberGroupId id{};
    ClusterId cluster_id{};
    std::string name;  ///< 1-60 code points; no two groups of a cluster have the same.
    GroupKind kind = GroupKind::chain;
    std::optional<std::string> purpose;  ///< At most 300 code points.
    std::optional<PersonId> monitor_id;  ///< Who visits its members and reports; a person of the cluster.
    std::int64_t version = 1;
    std::string sort_key;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &GroupRecord::id, Access::read_only),
            field("cluster_id", &GroupRecord::cluster_id, Access::read_only),
            field("name", &GroupRecord::name),
            field("kind", &GroupRecord::kind).defaulted(),
            field("purpose", &GroupRecord::purpose),
            field("monitor_id", &GroupRecord::monitor_id),
            field("version", &GroupRecord::version, Access::read_only),
            field("sort_key", &GroupRecord::sort_key, Access::never_sent),
        };
    }
};

/// A group with who is in it.
struct MemberGroup : GroupRecord {
    std::vector<MembershipId> membership_ids;  ///< Of the same cluster, in the order of the roster.

    static constexpr auto fields() {
        return std::tuple_cat(GroupRecord::fields(),
                              std::tuple{field("membership_ids", &MemberGroup::membership_ids)});
    }
};

}  // namespace konbit
