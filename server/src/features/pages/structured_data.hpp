// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/clusters/cluster.hpp"
#include "features/organizations/organization.hpp"
#include "features/pages/feeds.hpp"
#include "features/pages/words.hpp"
#include "features/team/team.hpp"

#include <string>
#include <vector>

namespace konbit::pages {

/// A record as schema.org's Organization, in JSON-LD.
/// @param url   Absolute address of its page.
/// @param team  Its people who agreed to be shown.
/// @source https://schema.org/Organization
std::string structured_data(const Words& words, const OrganizationDetails& organization,
                            const std::vector<TeamMember>& team, const std::string& url);
std::string structured_data(const Words& words, const ClusterDetails& cluster,
                            const std::vector<TeamMember>& team, const std::string& url);

/// A public list as schema.org's Dataset, with its license and downloads, in JSON-LD.
/// @param url  Absolute address of the list.
/// @source https://schema.org/Dataset, https://www.w3.org/TR/vocab-dcat-3/
std::string dataset_data(const Words& words, PublicList list, const std::string& url);

}  // namespace konbit::pages
