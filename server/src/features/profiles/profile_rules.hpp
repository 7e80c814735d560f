// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/profiles/capability.hpp"
#include "features/profiles/profile.hpp"

#include <optional>
#include <string>

namespace konbit {

/// The longest texts and lists of a profile; texts in code points.
inline constexpr int longest_line = 120;
inline constexpr int longest_detail = 600;
inline constexpr std::size_t longest_list = 20;
inline constexpr std::size_t most_markets = 60;

/// Trims every text; entries without any text are taken out, so that an empty line of a form leaves no trace.
void tidy(ProfileDetails& details);
void tidy(CapabilityCard& card);

/// Notes what is broken, under the pointer of its field: "/offers/2/text".
/// @param sector  The main sector: a further one needs it and is another.
void check_details(Findings& findings, const ProfileDetails& details,
                   const std::optional<std::string>& sector);
void check_capability(Findings& findings, const CapabilityCard& card);

}  // namespace konbit
