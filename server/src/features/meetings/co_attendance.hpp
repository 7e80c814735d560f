// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/meetings/meeting.hpp"

#include <optional>
#include <string>
#include <vector>

/// Who met whom, from who attended which meeting: a network that needs no survey. It says that two members
/// sat in the same room, not that they have to do with each other.
namespace konbit::meetings {

/// A member at its place on the map.
struct Attender {
    MembershipId membership_id{};
    std::string label;
    std::string kind;  ///< Of its organization.
    std::string country_code;
    std::optional<std::string> subsector;
    bool is_facilitator = false;
    int attended = 0;  ///< Meetings of the period.
    int met = 0;       ///< Other members that it met there at least once.
    double x = 0;      ///< In [-1, 1].
    double y = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("membership_id", &Attender::membership_id),
            field("label", &Attender::label),
            field("kind", &Attender::kind),
            field("country_code", &Attender::country_code),
            field("subsector", &Attender::subsector),
            field("is_facilitator", &Attender::is_facilitator),
            field("attended", &Attender::attended),
            field("met", &Attender::met),
            field("x", &Attender::x),
            field("y", &Attender::y),
        };
    }
};

/// Two members and the meetings at which both were.
struct MetPair {
    MembershipId one_id{};
    MembershipId other_id{};
    int meetings = 0;
    /// The same, each meeting weighing 1 / (those present - 1): a visit of three says more than a hall of
    /// sixty.
    double closeness = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("one_id", &MetPair::one_id),
            field("other_id", &MetPair::other_id),
            field("meetings", &MetPair::meetings),
            field("closeness", &MetPair::closeness),
        };
    }
};

struct CoAttendance {
    std::string cluster_name;
    bool is_demo = false;
    std::optional<Date> from;  ///< The period asked for.
    std::optional<Date> to;
    int meetings = 0;              ///< Held in the period.
    int with_list = 0;             ///< Of which it is noted who came.
    int members = 0;               ///< That belong to the cluster, there or not.
    std::optional<Date> first_on;  ///< Of the meetings counted.
    std::optional<Date> last_on;
    std::vector<Attender> attenders;  ///< Who was at one of them at least, by name.
    std::vector<MetPair> pairs;       ///< Most meetings first.

    static constexpr auto fields() {
        return std::tuple{
            field("cluster_name", &CoAttendance::cluster_name),
            field("is_demo", &CoAttendance::is_demo),
            field("from", &CoAttendance::from),
            field("to", &CoAttendance::to),
            field("meetings", &CoAttendance::meetings),
            field("with_list", &CoAttendance::with_list),
            field("members", &CoAttendance::members),
            field("first_on", &CoAttendance::first_on),
            field("last_on", &CoAttendance::last_on),
            field("attenders", &CoAttendance::attenders),
            field("pairs", &CoAttendance::pairs),
        };
    }
};

/// From two modes to one: members are paired who attended the same meeting.
/// @param members   Every member of the cluster, by name, without figures.
/// @param meetings  Of the period.
/// @complexity O(meetings * attendance^2).
/// @source Newman (2001), Physical Review E 64, 016132, doi:10.1103/PhysRevE.64.016132 (the weights).
CoAttendance co_attendance(std::vector<Attender> members, const std::vector<Meeting>& meetings);

}  // namespace konbit::meetings
