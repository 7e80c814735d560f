// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/organizations/organization.hpp"
#include "features/pages/words.hpp"

#include <string>

namespace konbit::pages {

/// An organization as a vCard 4.0: what its public page says of it, and no person.
/// @param url  Absolute address of its page.
/// @source RFC 6350
std::string vcard(const Words& words, const OrganizationDetails& organization, const std::string& url);

}  // namespace konbit::pages
