// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/links/invitation.hpp"
#include "features/people/person.hpp"

#include <optional>
#include <string>
#include <vector>

/// Who is asked in a wave, and through whom. Several people may answer for one member, each by a link of
/// their own; what they say makes one row (Wave::informant_rule).
namespace konbit::informants {

/// More would be a survey of a firm's staff.
inline constexpr std::size_t most_informants = 5;

/// Somebody who is asked for a member.
struct Informant {
    RespondentId respondent_id{};
    WaveMemberId wave_member_id{};
    std::optional<PersonId> person_id;  ///< Empty: the contact of the member, whoever that is.
    std::optional<std::string> name;    ///< Empty: nobody is noted.
    RespondentState state = RespondentState::invited;

    static constexpr auto fields() {
        return std::tuple{
            field("respondent_id", &Informant::respondent_id, Access::read_only),
            field("wave_member_id", &Informant::wave_member_id, Access::read_only),
            field("person_id", &Informant::person_id, Access::read_only),
            field("name", &Informant::name, Access::read_only),
            field("state", &Informant::state, Access::read_only),
        };
    }
};

/// Somebody who could be asked for a member: a person with a present role in it.
struct InformantCandidate {
    WaveMemberId wave_member_id{};
    PersonId person_id{};
    std::string name;
    bool is_primary = false;  ///< The contact of the member.

    static constexpr auto fields() {
        return std::tuple{
            field("wave_member_id", &InformantCandidate::wave_member_id, Access::read_only),
            field("person_id", &InformantCandidate::person_id, Access::read_only),
            field("name", &InformantCandidate::name, Access::read_only),
            field("is_primary", &InformantCandidate::is_primary, Access::read_only),
        };
    }
};

/// A member of the roster with those who answer for it.
struct RosterEntry {
    WaveMemberId wave_member_id{};
    std::string label;
    std::optional<bool> participates_in_programme;  ///< Empty: not stated, which is not "no".
    std::vector<Informant> informants;              ///< Empty: it is listed and not asked.
    std::vector<InformantCandidate> candidates;     ///< By name.

    static constexpr auto fields() {
        return std::tuple{
            field("wave_member_id", &RosterEntry::wave_member_id, Access::read_only),
            field("label", &RosterEntry::label, Access::read_only),
            field("participates_in_programme", &RosterEntry::participates_in_programme, Access::read_only),
            field("informants", &RosterEntry::informants, Access::read_only),
            field("candidates", &RosterEntry::candidates, Access::read_only),
        };
    }
};

struct AskedRoster {
    std::int64_t version = 1;  ///< Of the wave.
    WaveState state = WaveState::draft;
    Asks asks = Asks::everybody;
    InformantRule informant_rule = InformantRule::any;
    std::vector<RosterEntry> members;  ///< In the order of the roster.

    static constexpr auto fields() {
        return std::tuple{
            field("version", &AskedRoster::version, Access::read_only),
            field("state", &AskedRoster::state, Access::read_only),
            field("asks", &AskedRoster::asks, Access::read_only),
            field("informant_rule", &AskedRoster::informant_rule, Access::read_only),
            field("members", &AskedRoster::members, Access::read_only),
        };
    }
};

/// Through whom a member is asked.
struct ChosenInformants {
    std::vector<PersonId> people;  ///< In this order, none twice; empty: its contact alone.

    static constexpr auto fields() { return std::tuple{field("people", &ChosenInformants::people)}; }
};

/// @return ErrorCode::invalid with "/people" "too_long" or "repeated".
Result<ChosenInformants> checked(ChosenInformants chosen);

}  // namespace konbit::informants
