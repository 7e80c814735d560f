// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/roles/role_offer.hpp"

#include <optional>
#include <string>
#include <vector>

/// Roles that are offered by mail, and what becomes of them.
namespace konbit::roles {

/// Keeps an offer; an earlier one of the same role to the same address ends.
/// @return ErrorCode::invalid at /role "not_yours_to_give" (see may_give), at /email "yourself";
///         ErrorCode::conflict "has_role".
Result<RoleOffer> offer(db::Session& session, RoleOffer wanted, const RoleKeeper& by, Instant now);

/// As offer(), for what somebody gives of the own: a deputy, or the successors of a hand-over.
Result<RoleOffer> keep_offer(db::Session& session, RoleOffer wanted, const AccountId& by);

/// Gives the same offer another two weeks. @return ErrorCode::not_found "offer".
Result<RoleOffer> renew(db::Session& session, const RoleOfferId& id, const RoleKeeper& by, Instant now);

/// Takes an offer back. @return ErrorCode::not_found "offer".
Result<void> withdraw(db::Session& session, const RoleOfferId& id, const RoleKeeper& by);

/// The offers of one place, the newest first, those that have expired too until they are removed.
std::vector<RoleOffer> list_offers(db::Session& session, const RoleKeeper& by);

/// An offer with what its mail and its page say.
struct OpenOffer {
    RoleOffer offer;
    std::string scope_name;
    std::string giver_name;
    bool has_account = false;  ///< Whether somebody signs in with the address already.
};

/// What the holder of the mailed link is shown. @return ErrorCode::unauthenticated "offer_ended".
Result<OpenOffer> find_open(db::Session& session, const RoleOfferId& id, Instant now);

/// An offer that was taken, and by which account.
struct Taken {
    OpenOffer open;
    Account account;
};

/// Takes an offer for the account of its address, which is made when there is none. Rights are asked for
/// again: who has left since gives nothing away.
/// @return ErrorCode::unauthenticated "offer_ended" or "offer_void"; ErrorCode::forbidden for a disabled
///         account; ErrorCode::conflict "own_firm_is_member" (see check_may_run), for a consultant in any
///         case.
Result<Taken> accept(db::Session& session, const RoleOfferId& id, Instant now);

/// Declines an offer. @return What it was; ErrorCode::unauthenticated "offer_ended".
Result<OpenOffer> decline(db::Session& session, const RoleOfferId& id, Instant now);

/// Removes offers that expired before a moment. @return How many.
std::int64_t remove_expired(db::Session& session, Instant before);

}  // namespace konbit::roles
