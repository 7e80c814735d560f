// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/claims/claim.hpp"
#include "features/permission/capabilities.hpp"

#include <string>

/// Claims on records of the directory: made by anybody, proven by a mailed link, decided on by who keeps the
/// country. Nobody decides on a claim of their own.
namespace konbit::claims {

/// A link to a claim holds for this time.
inline constexpr std::int64_t link_limit_ms = 7 * day_ms;

/// @return ErrorCode::not_found when the reader does not see the record.
Result<ClaimRequest> insert(db::Session& session, ClaimRequest claim, const Viewer& reader, Instant now);

/// The person followed the link: the claim waits for its decision now. Proving again changes nothing.
/// @return ErrorCode::not_found when there is no such claim or its link has expired.
Result<ClaimRequest> prove(db::Session& session, const ClaimId& id, Instant now);

/// Those of the countries that the editor keeps, oldest first.
Result<Page<ClaimLine>> list(db::Session& session, const DirectoryEditor& by, ClaimState state,
                             const PageRequest& page);

std::int64_t count_open(db::Session& session, const DirectoryEditor& by);

/// A claim that was granted, and the account that got the role.
struct Granted {
    ClaimRequest claim;
    Account account;
};

/// Grants a claim: the account of its address, made when there is none, gets the role of the record, and the
/// record is claimed.
/// @return ErrorCode::not_found for a claim out of reach; ErrorCode::forbidden "own_claim";
///         ErrorCode::conflict "already_decided", or "own_firm_is_member" (see check_may_run).
Result<Granted> approve(db::Session& session, const ClaimId& id, const DirectoryEditor& by, Instant now);

/// @return The claim, for the mail that says why. Errors as approve().
Result<ClaimRequest> decline(db::Session& session, const ClaimId& id, const std::string& reason,
                             const DirectoryEditor& by, Instant now);

/// Removes claims that were made before and never proven. @return How many.
std::int64_t remove_unproven(db::Session& session, Instant before);

}  // namespace konbit::claims
