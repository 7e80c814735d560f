// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/app.hpp"
#include "features/roles/role_offer_store.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What is mailed about roles, in the transaction that causes it.
namespace konbit::roles {

/// Mails the link that takes or declines an offer. The secret stands behind `#`, so that no server log holds
/// it; it is made by a key outside the database, so that a dump offers nobody anything.
Result<void> mail_offer(db::Session& session, const App& app, const OpenOffer& open, Instant now);

/// The offer that what stands behind `#` names.
/// @return ErrorCode::unauthenticated "offer_ended" for anything that this installation did not make.
Result<RoleOfferId> read_token(const App& app, std::string_view token);

/// Tells whoever has no way in yet how to choose a password. An account that has one is sent nothing.
Result<void> mail_way_in(db::Session& session, const App& app, const Account& account, Instant now);

/// Tells the giver what became of an offer.
/// @param outcome  "taken" or "declined": mail.offer_<outcome>.
Result<void> tell_giver(db::Session& session, const App& app, const OpenOffer& open, std::string_view outcome,
                        Instant now);

/// Tells an account what became of a role of its own: mail.<key>, with {name}, {role}, {scope}, {date} and
/// {url}. An account that is gone or disabled is passed over.
Result<void> tell_holder(db::Session& session, const App& app, const AccountId& account, const Grant& grant,
                         std::string_view key, Instant now);

}  // namespace konbit::roles
