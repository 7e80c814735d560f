// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/memberships/membership.hpp"

#include <array>
#include <string>
#include <vector>

namespace konbit {

using MeetingId = Id<struct MeetingTag>;

enum class MeetingKind {
    general_meeting,
    working_group,
    training,
    member_visit,    ///< At a member's own place: the others see how it works.
    exchange_visit,  ///< To another cluster, or from one.
    work_day,        ///< Hands together on one thing: a konbit.
    social,          ///< A meal, a feast.
    sticc,           ///< A problem told openly: situation, task, intent, concern, calibrate.
    other,
};
constexpr auto names(MeetingKind) {
    return std::to_array<std::string_view>({"general_meeting", "working_group", "training", "member_visit",
                                            "exchange_visit", "work_day", "social", "sticc", "other"});
}

/// Whether a meeting of that kind is held so that members come to trust one another (glossary: "trust act"):
/// they show something of their own, or do something together. Sitting in a meeting is none.
constexpr bool is_trust_act(MeetingKind kind) {
    switch (kind) {
        case MeetingKind::training:
        case MeetingKind::member_visit:
        case MeetingKind::exchange_visit:
        case MeetingKind::work_day:
        case MeetingKind::social:
        case MeetingKind::sticc:
            return true;
        case MeetingKind::general_meeting:
        case MeetingKind::working_group:
        case MeetingKind::other:
            return false;
    }
    return false;
}

/// A meeting as its row holds it.
struct MeetingRecord {
    MeetingId id{};
    ClusterId cluster_id{};
    std::string title;  ///< 1-120 code points after trimming.
    Date held_on{};     ///< Not in the future: what is planned has not been attended.
    MeetingKind kind = MeetingKind::general_meeting;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &MeetingRecord::id, Access::read_only),
            field("cluster_id", &MeetingRecord::cluster_id, Access::read_only),
            field("title", &MeetingRecord::title),
            field("held_on", &MeetingRecord::held_on),
            field("kind", &MeetingRecord::kind),
            field("version", &MeetingRecord::version, Access::read_only),
            field("created_at", &MeetingRecord::created_at, Access::read_only),
            field("updated_at", &MeetingRecord::updated_at, Access::read_only),
        };
    }
};

/// A meeting of a cluster with the members that were there (glossary: "meeting").
struct Meeting : MeetingRecord {
    std::vector<MembershipId> membership_ids;  ///< Each once; empty: nobody noted who came.

    static constexpr auto fields() {
        return std::tuple_cat(MeetingRecord::fields(),
                              std::tuple{field("membership_ids", &Meeting::membership_ids)});
    }
};

namespace meetings {

/// The meeting tidied, if it keeps every rule that needs no database.
/// @return ErrorCode::invalid with "/title" "required" or "too_long", "/held_on" "in_future".
Result<Meeting> checked(Meeting meeting, Date today);

}  // namespace meetings

}  // namespace konbit
