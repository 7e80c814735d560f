// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/research/research.hpp"

#include <string>
#include <vector>

namespace konbit::research {

/// @param request  As checked() returned it.
ResearchLine insert(db::Session& db, const WaveFacilitator& by, ResearchRequest request, Instant now);

/// All requests of a wave, the newest first.
std::vector<ResearchLine> list(db::Session& db, const WaveFacilitator& by);

/// What waits in the countries that the viewer keeps, the oldest first.
std::vector<ResearchLine> list_waiting(db::Session& db, const DirectoryEditor& by);
std::int64_t count_waiting(db::Session& db, const DirectoryEditor& by);

/// Takes a request back; an approved one gives no more files.
/// @return ErrorCode::not_found for another wave's; ErrorCode::conflict "already_decided" for a declined one.
Result<ResearchLine> withdraw(db::Session& db, const WaveFacilitator& by, const ResearchRequestId& id);

/// Lets the files go, or says why not.
/// @return ErrorCode::not_found out of reach; ErrorCode::conflict "already_decided"; ErrorCode::forbidden
///         "own_request" for whoever asked or runs the cluster, "own_firm_is_member" for people of its member
///         firms.
Result<ResearchLine> approve(db::Session& db, const DirectoryEditor& by, const ResearchRequestId& id,
                             Instant now);
Result<ResearchLine> decline(db::Session& db, const DirectoryEditor& by, const ResearchRequestId& id,
                             const std::string& reason, Instant now);

/// The approval under which files of a wave leave.
/// @return ErrorCode::conflict "research_not_approved" for no request, one of another wave, or one that is
/// not
///         approved.
Result<ResearchLine> find_approved(db::Session& db, const WaveFacilitator& by,
                                   const std::optional<ResearchRequestId>& id);

}  // namespace konbit::research
