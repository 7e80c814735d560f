// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/deputies/deputy.hpp"
#include "features/permission/capabilities.hpp"

#include <string_view>
#include <vector>

/// Who stands in for whom. What a deputy may is read with every request (accounts::grants_of): it is never
/// more than what the other may at that moment, and it gives nothing away (may_give).
namespace konbit::deputies {

/// What needs no database: whom, which role, and the time.
/// @return ErrorCode::invalid with /name, /email, /language, /role, /from or /until.
Result<RoleOffer> checked(const DeputyDraft& draft, Instant now);

/// Asks somebody to stand in for a role of one's own.
/// @return ErrorCode::invalid at /role "not_yours_to_give", at /email "yourself".
Result<RoleOffer> ask(db::Session& session, RoleOffer wanted, const SignedIn& by);

/// Begins what an offer says; the giver and the account are checked before.
/// @return ErrorCode::conflict "yourself".
Result<void> begin(db::Session& session, const RoleOffer& offer, const AccountId& deputy, Instant now);

/// The deputies of an account and those for whom it stands in, now or later; the earliest first.
/// @param language  Of the places' names.
std::vector<NamedDeputy> list_own(db::Session& session, const SignedIn& by, std::string_view language,
                                  Instant now);

/// Ends it from that moment on.
void end(db::Session& session, const DeputyId& id, const SignedIn& by, Instant now);

/// Ends whatever stands in for a role that has ended.
void end_those_of(db::Session& session, const Grant& grant, Instant at);

/// Removes what ended before a moment. @return How many.
std::int64_t remove_ended(db::Session& session, Instant before);

}  // namespace konbit::deputies
