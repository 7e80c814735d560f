// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/memberships/membership.hpp"

#include <map>
#include <string>
#include <vector>

namespace konbit::merges {

/// What changed hands in a merge, so that it can be handed back.
struct Moved {
    std::map<std::string, std::vector<std::string>, std::less<>> ids;  ///< By kind of record.
    std::vector<Membership> entries;                                   ///< Of rosters on which both stood.

    static constexpr auto fields() {
        return std::tuple{field("ids", &Moved::ids), field("entries", &Moved::entries)};
    }
};

/// What refers to the duplicate and may be handed to the survivor.
Moved references_of(db::Session& session, const OrganizationId& duplicate, const OrganizationId& survivor);

/// Points what is listed at another organization.
void point_at(db::Session& session, const Moved& moved, const OrganizationId& organization);

/// Names of the clusters on whose rosters both stand.
std::vector<std::string> shared_clusters(db::Session& session, const OrganizationId& a,
                                         const OrganizationId& b);

}  // namespace konbit::merges
