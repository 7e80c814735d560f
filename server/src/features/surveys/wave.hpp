// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/capabilities.hpp"
#include "features/surveys/survey.hpp"

#include <optional>
#include <string>
#include <vector>

namespace konbit {

using WaveMemberId = Id<struct WaveMemberTag>;
using MembershipId = Id<struct MembershipTag>;

/// Where a wave stands. It moves in this order; only a closed wave may go back, to open, as a new revision.
enum class WaveState {
    draft,      ///< Roster and title may still change; nobody can answer.
    open,       ///< Answers are taken; roster, wording and consent text are frozen.
    closed,     ///< No answers any more; ten days for members to object and correct.
    frozen,     ///< Results are final.
    published,  ///< Results are shown to the members.
};
constexpr auto names(WaveState) {
    return std::to_array<std::string_view>({"draft", "open", "closed", "frozen", "published"});
}

/// Which members of the roster are asked. The others stand on it all the same, and can be named.
enum class Asks {
    everybody,
    participants,      ///< Of the programme, as the memberships say.
    non_participants,  ///< Members of whom it is known that they do not take part.
};
constexpr auto names(Asks) {
    return std::to_array<std::string_view>({"everybody", "participants", "non_participants"});
}

/// How the answers of several people make the row of the member for whom they answer.
enum class InformantRule {
    any,  ///< A tie counts when one of them names it.
    all,  ///< A tie counts when each of them who answered names it.
};
constexpr auto names(InformantRule) { return std::to_array<std::string_view>({"any", "all"}); }

/// One round of a survey.
struct Wave {
    WaveId id{};
    ClusterId cluster_id{};
    SurveyId survey_id{};
    std::string title;  ///< 1-200 code points after trimming.
    WaveState state = WaveState::draft;
    bool is_baseline = false;          ///< The first one, before the programme.
    std::optional<Instant> opens_at;   ///< When it was opened first.
    std::optional<Instant> closes_at;  ///< When links stop; empty: until somebody closes it.
    std::optional<Instant> closed_at;  ///< When it was closed last.
    std::optional<Instant> frozen_at;
    std::string consent_version;
    std::vector<std::string> languages;
    Asks asks = Asks::everybody;
    InformantRule informant_rule = InformantRule::any;
    int revision = 1;  ///< Grows when a closed wave is opened again.
    bool is_demo = false;
    std::optional<std::string>
        imported_from;  ///< Who collected the network elsewhere; empty: members were asked here.
    std::optional<Date> collected_on;  ///< Of which day an imported network is.
    std::optional<WaveId> pilot_of;    ///< The draft that it tries out; its answers count nowhere.
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Wave::id, Access::read_only),
            field("cluster_id", &Wave::cluster_id, Access::read_only),
            field("survey_id", &Wave::survey_id, Access::read_only),
            field("title", &Wave::title),
            field("state", &Wave::state, Access::read_only),
            field("is_baseline", &Wave::is_baseline).defaulted(),
            field("opens_at", &Wave::opens_at, Access::read_only),
            field("closes_at", &Wave::closes_at),
            field("closed_at", &Wave::closed_at, Access::read_only),
            field("frozen_at", &Wave::frozen_at, Access::read_only),
            field("consent_version", &Wave::consent_version, Access::read_only),
            field("languages", &Wave::languages),
            field("asks", &Wave::asks).defaulted(),
            field("informant_rule", &Wave::informant_rule).defaulted(),
            field("revision", &Wave::revision, Access::read_only),
            field("is_demo", &Wave::is_demo, Access::read_only),
            field("imported_from", &Wave::imported_from, Access::read_only),
            field("collected_on", &Wave::collected_on, Access::read_only),
            field("pilot_of", &Wave::pilot_of, Access::read_only),
            field("version", &Wave::version, Access::read_only),
        };
    }
};

/// A membership as it was when the wave opened.
struct WaveMember {
    WaveMemberId id{};
    WaveId wave_id{};
    std::optional<MembershipId> membership_id;
    std::optional<OrganizationId> organization_id;
    std::string label;  ///< Short name on maps.
    std::string kind;   ///< Of the organization: "firm", "cooperative", ...
    std::optional<std::string> subsector;
    std::optional<std::string> subgroup;  ///< For instance the island.
    std::string country_code;
    std::optional<bool> participates_in_programme;  ///< Empty: not stated, which is not "no".
    bool is_facilitator = false;
    std::optional<Date> joined_on;
    std::optional<Date> left_on;
    int position = 0;  ///< Place on the roster, from 0; sealed answers count on it.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &WaveMember::id, Access::read_only),
            field("wave_id", &WaveMember::wave_id, Access::read_only),
            field("membership_id", &WaveMember::membership_id, Access::read_only),
            field("organization_id", &WaveMember::organization_id, Access::read_only),
            field("label", &WaveMember::label, Access::read_only),
            field("kind", &WaveMember::kind, Access::read_only),
            field("subsector", &WaveMember::subsector, Access::read_only),
            field("subgroup", &WaveMember::subgroup, Access::read_only),
            field("country_code", &WaveMember::country_code, Access::read_only),
            field("participates_in_programme", &WaveMember::participates_in_programme, Access::read_only),
            field("is_facilitator", &WaveMember::is_facilitator, Access::read_only),
            field("joined_on", &WaveMember::joined_on, Access::read_only),
            field("left_on", &WaveMember::left_on, Access::read_only),
            field("position", &WaveMember::position, Access::read_only),
        };
    }
};

}  // namespace konbit
