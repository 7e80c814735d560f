// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/memberships/membership.hpp"
#include "features/permission/capabilities.hpp"

#include <vector>

namespace konbit::introductions {

/// Whether a member may be introduced to others. Everybody is asked before, so it is yes until it says no.
struct IntroductionWillingness {
    bool is_willing = true;

    static constexpr auto fields() {
        return std::tuple{field("is_willing", &IntroductionWillingness::is_willing)};
    }
};

/// Who wants no introductions.
std::vector<MembershipId> list_refusing(db::Session& db, const ClusterId& cluster);

IntroductionWillingness find_willingness(db::Session& db, const MembershipId& member);

/// Notes it; done twice it is the same. What was introduced before stays as it is.
void set_willing(db::Session& db, const MembershipId& member, bool is_willing, Instant now);

/// The membership for which a respondent answers; nothing when it was taken off the roster.
std::optional<MembershipId> membership_of(db::Session& db, const Respondent& by);

}  // namespace konbit::introductions
