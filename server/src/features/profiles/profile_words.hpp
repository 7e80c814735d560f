// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/profiles/capability.hpp"
#include "features/profiles/profile.hpp"

#include <string>

namespace konbit {

/// The names and acronyms in other languages, one after the other, for the search index.
std::string aliases_of(const ProfileDetails& details);

/// Every other text of a profile in all its languages, one after the other, for the search index.
std::string words_of(const ProfileDetails& details);
std::string words_of(const CapabilityCard& card);

}  // namespace konbit
