// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/merges/moved.hpp"

#include <vector>

/// Parts in projects and places among the parties of agreements, in a merge.
namespace konbit::merges {

std::vector<ProjectPart> find_project_parts(db::Session& session, const Sides& sides);
void give_project_parts(db::Session& session, const std::vector<ProjectPart>& parts,
                        const OrganizationId& survivor);
void return_project_parts(db::Session& session, const std::vector<ProjectPart>& parts, const Sides& sides);

std::vector<PartyPlace> find_party_places(db::Session& session, const OrganizationId& duplicate);

/// Lets the parties of those names that stood for one organization stand for another.
void rename_parties(db::Session& session, const std::vector<PartyPlace>& places, const OrganizationId& from,
                    const OrganizationId& to);

}  // namespace konbit::merges
