// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/own_network/own_network.hpp"

namespace konbit::own_network {

/// How ideas are chosen.
struct Choice {
    /// Chooses among equals, the same at every call, so that not everybody is sent to the same member.
    std::uint64_t seed = 0;
    Date today{};  ///< Offers and needs that ended before do not count.
};

/// Up to three members to speak with next: through a contact in common, an offer that fits a need, a country
/// or a line of business where the respondent has nobody.
///
/// Introductions rest on open ties of members who share theirs, once the wave is closed; offers and needs on
/// public profiles; the rest on the respondent's own answers and the roster. Nobody is proposed for being
/// named often.
/// @param contacts  Of this respondent: nobody among those it named is proposed.
std::vector<Idea> find_ideas(db::Session& db, const Respondent& by, const std::vector<OwnContact>& contacts,
                             const Choice& choice);

}  // namespace konbit::own_network
