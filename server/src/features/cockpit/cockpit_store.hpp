// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/cockpit/cockpit_rules.hpp"

namespace konbit::cockpit {

/// The roster of a wave with who has answered and how often each is named, in its order. Of sealed and
/// limited questions nothing is read but that they were answered.
std::vector<MemberStanding> list_standings(db::Session& db, const WaveFacilitator& by);

}  // namespace konbit::cockpit
