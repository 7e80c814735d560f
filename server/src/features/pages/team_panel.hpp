// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/pages/words.hpp"
#include "features/team/team.hpp"
#include "http/html.hpp"

#include <vector>

namespace konbit::pages {

/// The people of a profile who agreed to be shown; nothing where nobody did.
html::Html team_panel(const Words& words, const std::vector<TeamMember>& team);

}  // namespace konbit::pages
