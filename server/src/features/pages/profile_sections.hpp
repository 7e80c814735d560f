// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/clusters/stage_change.hpp"
#include "features/pages/words.hpp"
#include "features/profiles/capability.hpp"
#include "features/profiles/profile.hpp"
#include "http/html.hpp"

#include <optional>
#include <string>
#include <vector>

/// The sections of a profile on its public page (docs/developers/pages.md). Where nothing is said, nothing is
/// shown.
namespace konbit::pages {

/// Services, offers and needs; what held until a day before `today` is left out.
html::Html offer_panels(const Words& words, const ProfileDetails& details, Date today);

/// The capability card; a certificate that ended before `today` says so.
html::Html capability_panel(const Words& words, const CapabilityCard& card, const ProfileDetails& details,
                            Date today);

/// Terms and descriptions for the list of facts.
html::Html name_facts(const Words& words, const ProfileDetails& details);
html::Html sector_facts(const Words& words, const std::optional<std::string>& sector,
                        const ProfileDetails& details);
html::Html reach_facts(const Words& words, const ProfileDetails& details);

/// When the sections that are shown as facts were confirmed and where they can be checked.
html::Html facts_foot(const Words& words, const ProfileDetails& details);

/// "Last confirmed 1 May 2026 · Evidence" below a section; nothing when neither is known.
html::Html section_foot(const Words& words, const ProfileDetails& details, ProfileSection section);

/// How the cluster came to its stage, latest first; nothing while there is only one line to tell.
html::Html stage_history(const Words& words, const std::vector<StageChange>& changes);

}  // namespace konbit::pages
