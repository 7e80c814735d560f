// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/cockpit/cockpit.hpp"
#include "features/links/link_store.hpp"

namespace konbit::cockpit {

/// A member of the roster, as far as its response goes.
struct MemberStanding {
    WaveMemberId id{};
    std::string country_code;  ///< Empty: not known.
    std::optional<std::string> subsector;
    std::optional<std::string> subgroup;
    bool has_answered = false;
    std::int64_t named_by = 0;  ///< Members who name it in answered open questions.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &MemberStanding::id),
            field("country_code", &MemberStanding::country_code),
            field("subsector", &MemberStanding::subsector),
            field("subgroup", &MemberStanding::subgroup),
            field("has_answered", &MemberStanding::has_answered),
            field("named_by", &MemberStanding::named_by),
        };
    }
};

/// @param members  The roster, in its order.
/// @param links    Of each member one for each informant, in any order.
Cockpit cockpit_of(const Wave& wave, const std::vector<MemberStanding>& members,
                   const std::vector<links::LinkRow>& links, Instant now);

}  // namespace konbit::cockpit
