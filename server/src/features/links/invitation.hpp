// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/people/person.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <string>

namespace konbit {

/// How a respondent's answers reached us.
enum class AnswerMode { link, paper, interview, import_ };
constexpr auto names(AnswerMode) {
    return std::to_array<std::string_view>({"link", "paper", "interview", "import"});
}

/// What a respondent agreed to for limited questions. Sealed ones are never shown one to one, whatever was
/// agreed.
enum class Consent {
    facilitator,  ///< The facilitator may see these ties by name.
    aggregate,    ///< They count in figures only.
};
constexpr auto names(Consent) { return std::to_array<std::string_view>({"facilitator", "aggregate"}); }

enum class RespondentState {
    invited,    ///< Has a link; nothing happened yet.
    opened,     ///< Exchanged the link.
    started,    ///< Gave consent or an answer.
    done,       ///< Said so.
    declined,   ///< Does not take part. Stays on the roster.
    withdrawn,  ///< Took the answers back.
};
constexpr auto names(RespondentState) {
    return std::to_array<std::string_view>({"invited", "opened", "started", "done", "declined", "withdrawn"});
}

/// The row of a person who answers for a wave member. (`Respondent` is the capability of holding the link.)
struct Invitation {
    RespondentId id{};
    WaveId wave_id{};
    WaveMemberId wave_member_id{};
    std::optional<PersonId> person_id;  ///< Who answers; empty: the contact of the member.
    int place = 1;                      ///< Among the informants of the member, from 1.
    std::string reference;  ///< Eight random base 32 characters that find the row; no secret by itself.
    std::int64_t link_version = 1;  ///< Raised by a re-issue: older links and their cookies end.
    std::optional<std::string> language;
    AnswerMode mode = AnswerMode::link;
    std::optional<Consent> consent;  ///< Empty until given.
    std::optional<std::string> consent_version;
    std::optional<Instant> consented_at;
    RespondentState state = RespondentState::invited;
    std::optional<Instant> finished_at;
    std::optional<std::string> receipt;
    std::optional<Instant> mailed_at;  ///< When the present link was last mailed.
    std::optional<Instant> handed_at;  ///< When it was given by message, on a card or in person.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Invitation::id, Access::read_only),
            field("wave_id", &Invitation::wave_id, Access::read_only),
            field("wave_member_id", &Invitation::wave_member_id, Access::read_only),
            field("person_id", &Invitation::person_id, Access::read_only),
            field("place", &Invitation::place, Access::read_only),
            field("reference", &Invitation::reference, Access::read_only),
            field("link_version", &Invitation::link_version, Access::read_only),
            field("language", &Invitation::language, Access::read_only),
            field("mode", &Invitation::mode, Access::read_only),
            field("consent", &Invitation::consent, Access::read_only),
            field("consent_version", &Invitation::consent_version, Access::read_only),
            field("consented_at", &Invitation::consented_at, Access::read_only),
            field("state", &Invitation::state, Access::read_only),
            field("finished_at", &Invitation::finished_at, Access::read_only),
            field("receipt", &Invitation::receipt, Access::read_only),
            field("mailed_at", &Invitation::mailed_at, Access::read_only),
            field("handed_at", &Invitation::handed_at, Access::read_only),
        };
    }
};

}  // namespace konbit
