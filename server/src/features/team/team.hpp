// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/people/person.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// The text to which people agree who are shown on a public page (locale keys `team.consent.*`). Another text
/// has another version; what was agreed to before stays noted with its own.
inline constexpr std::string_view team_consent_version = "1";

/// The languages that somebody can say to speak, ISO 639.
inline constexpr auto team_languages = std::to_array<std::string_view>({"en", "es", "fr", "nl", "ht", "pap"});

enum class ShowingState {
    asked,      ///< By mail, and nothing was answered yet.
    given,      ///< Shown on the public page.
    withdrawn,  ///< Declined, withdrawn, or taken off the page.
};
constexpr auto names(ShowingState) {
    return std::to_array<std::string_view>({"asked", "given", "withdrawn"});
}

/// Whether a person is shown publicly in one role (glossary: "team").
struct TeamShowing {
    ContactRoleId role_id{};
    ShowingState state = ShowingState::asked;
    Instant asked_at{};
    std::optional<std::string> consent_version;  ///< Of the text that was answered.
    std::optional<Instant> answered_at;
    std::vector<std::string> languages;  ///< That the person speaks; ISO 639.
    bool shows_email = false;
    bool shows_phone = false;

    static constexpr auto fields() {
        return std::tuple{
            field("role_id", &TeamShowing::role_id, Access::read_only),
            field("state", &TeamShowing::state, Access::read_only),
            field("asked_at", &TeamShowing::asked_at, Access::read_only),
            field("consent_version", &TeamShowing::consent_version, Access::read_only),
            field("answered_at", &TeamShowing::answered_at, Access::read_only),
            field("languages", &TeamShowing::languages, Access::read_only),
            field("shows_email", &TeamShowing::shows_email, Access::read_only),
            field("shows_phone", &TeamShowing::shows_phone, Access::read_only),
        };
    }
};

/// Somebody on the public page of an organization or a cluster, who agreed to stand there.
struct TeamMember {
    std::string name;
    PersonRole role = PersonRole::contact;
    std::vector<std::string> languages;
    std::optional<std::string> email;  ///< Only where the person agreed to it.
    std::optional<std::string> phone;  ///< The same.

    static constexpr auto fields() {
        return std::tuple{
            field("name", &TeamMember::name, Access::read_only),
            field("role", &TeamMember::role, Access::read_only),
            field("languages", &TeamMember::languages, Access::read_only),
            field("email", &TeamMember::email, Access::read_only),
            field("phone", &TeamMember::phone, Access::read_only),
        };
    }
};

/// What the holder of the personal link is asked, and has answered.
struct TeamQuestion {
    TeamShowing showing;
    std::string name;
    std::string language;  ///< In which the person is written to.
    std::optional<std::string> email;
    std::optional<std::string> phone;
    PersonRole role = PersonRole::contact;
    std::string place;  ///< The organization or cluster on whose page it is.
    std::string path;   ///< Of that page: "/clusters/spice".
};

}  // namespace konbit
