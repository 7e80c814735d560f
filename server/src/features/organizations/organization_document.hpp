// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/organizations/organization.hpp"
#include "features/search/directory_search.hpp"

namespace konbit::organizations {

/// What the search for words finds of an organization.
search::Document document_of(const Organization& organization);
/// The same with its names in other languages, its services, offers, needs and capability card.
search::Document document_of(const OrganizationDetails& organization);

}  // namespace konbit::organizations
