// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/survey/disclosure.hpp"
#include "features/links/invitation.hpp"
#include "features/own_network/reply.hpp"
#include "features/wave_changes/turnover.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// The desk of whoever asks a wave: how far it is, whom to call, what to do next, and what the results will
/// allow. GET /api/waves/{id}/cockpit.
namespace konbit::cockpit {

enum class Grouping { country, subsector, subgroup };
constexpr auto names(Grouping) {
    return std::to_array<std::string_view>({"country", "subsector", "subgroup"});
}

/// How many of a group have answered. Groups stand in the order of their names: they are not ranked.
struct GroupResponse {
    Grouping by = Grouping::country;
    std::optional<std::string> name;  ///< A country code, or the text of the roster; empty: not stated.
    int asked = 0;
    int answered = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("by", &GroupResponse::by),
            field("name", &GroupResponse::name),
            field("asked", &GroupResponse::asked),
            field("answered", &GroupResponse::answered),
        };
    }
};

/// Somebody who may still answer for a member and has not finished, for the list of calls.
struct MissingMember {
    WaveMemberId wave_member_id{};
    std::string label;
    std::optional<std::string> contact_name;
    std::optional<std::string> contact_phone;
    std::string language;
    RespondentState state = RespondentState::invited;
    bool is_given = false;  ///< Its link was given, mailed or opened.
    /// Has not answered and is among those whom the others name most in open questions. Without any count.
    bool is_first = false;

    static constexpr auto fields() {
        return std::tuple{
            field("wave_member_id", &MissingMember::wave_member_id),
            field("label", &MissingMember::label),
            field("contact_name", &MissingMember::contact_name),
            field("contact_phone", &MissingMember::contact_phone),
            field("language", &MissingMember::language),
            field("state", &MissingMember::state),
            field("is_given", &MissingMember::is_given),
            field("is_first", &MissingMember::is_first),
        };
    }
};

/// How many answers a level of the report takes.
struct Threshold {
    disclosure::ReportLevel level = disclosure::ReportLevel::full;
    int needed = 0;   ///< Members who have answered.
    int missing = 0;  ///< Of those needed; 0 when reached.

    static constexpr auto fields() {
        return std::tuple{
            field("level", &Threshold::level),
            field("needed", &Threshold::needed),
            field("missing", &Threshold::missing),
        };
    }
};

/// How many will have answered by the last day if answers keep coming as they have since the opening.
struct Expectation {
    int answered = 0;
    disclosure::ReportLevel level = disclosure::ReportLevel::interval_only;

    static constexpr auto fields() {
        return std::tuple{field("answered", &Expectation::answered), field("level", &Expectation::level)};
    }
};

/// One thing to do; the client words it: "cockpit.next.<key>".
struct NextStep {
    std::string key;
    std::optional<int> n;
    std::vector<std::string> names;  ///< Labels of members.
    std::optional<Instant> until;

    static constexpr auto fields() {
        return std::tuple{
            field("key", &NextStep::key),
            field("n", &NextStep::n),
            field("names", &NextStep::names),
            field("until", &NextStep::until),
        };
    }
};

struct Cockpit {
    int asked = 0;
    int answered = 0;  ///< Members who have answered (features/answers/answered.hpp).
    int finished = 0;  ///< Members who pressed Finish.
    disclosure::ReportLevel level =
        disclosure::ReportLevel::interval_only;  ///< What the answers allow today.
    std::vector<Threshold> thresholds;           ///< The lower level first.
    std::optional<Expectation> expected;  ///< While open, with a last day, from one day after the opening.
    NextStep next;
    std::vector<GroupResponse> groups;                  ///< Only groupings that divide the roster.
    std::vector<MissingMember> missing;                 ///< While open; who matters most first.
    wave_changes::Turnover turnover;                    ///< Who joined and left since the wave before.
    std::optional<own_network::ReplyProgress> replies;  ///< From closing on.
    std::optional<Instant> names_leave_at;              ///< In the last thirty days before.

    static constexpr auto fields() {
        return std::tuple{
            field("asked", &Cockpit::asked),
            field("answered", &Cockpit::answered),
            field("finished", &Cockpit::finished),
            field("level", &Cockpit::level),
            field("thresholds", &Cockpit::thresholds),
            field("expected", &Cockpit::expected),
            field("next", &Cockpit::next),
            field("groups", &Cockpit::groups),
            field("missing", &Cockpit::missing),
            field("turnover", &Cockpit::turnover),
            field("replies", &Cockpit::replies),
            field("names_leave_at", &Cockpit::names_leave_at),
        };
    }
};

}  // namespace konbit::cockpit
