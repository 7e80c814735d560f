// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/networks/wave_data.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::networks {

/// Who a member is through all waves: the organization, else the membership, else the member of this one
/// wave.
std::string actor_of(const WaveMember& member);

/// Gives each actor its number in the layout that all waves of the cluster share, and the ties on which it
/// rests: those of open questions, and of limited ones where the respondent agreed, of every wave, with the
/// wave of which each is first.
void add_layout(db::Session& db, const Analyst& by, WaveData& data);

}  // namespace konbit::networks
