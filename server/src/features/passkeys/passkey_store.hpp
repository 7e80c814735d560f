// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/entering.hpp"
#include "features/app.hpp"
#include "features/passkeys/passkey.hpp"
#include "features/permission/account_policies.hpp"

#include <vector>

/// Passkeys: one device, no password, nothing to guess. A passkey says that its owner was there and proved it
/// to the device, so no code is asked for beside it.
namespace konbit::passkeys {

/// @return Those of the viewer's own account, oldest first.
std::vector<Passkey> list(db::Session& db, const Viewer& viewer);

/// What the browser needs to make one; holds for five minutes.
Result<PasskeyOffer> offer(App& app, const Proven& by);

/// Keeps what the browser made, and tells the owner by mail.
/// @return ErrorCode::invalid with /name; ErrorCode::unauthenticated "passkey_refused"; ErrorCode::conflict
/// "passkey_known" or "too_many_passkeys".
Result<Passkey> add(App& app, const Proven& by, const NewPasskey& made);

/// @return ErrorCode::not_found when it is none of the own account; ErrorCode::conflict "last_factor" when it
/// is the last second factor of an office.
Result<void> remove(App& app, const Proven& by, const PasskeyId& passkey);

/// A challenge for whoever wants to sign in; nobody is named, so nothing is told.
Result<PasskeyChallenge> challenge(App& app);

/// @return ErrorCode::unauthenticated "passkey_refused", whatever was wrong with the proof.
Result<accounts::Entered> enter(App& app, const PasskeyProof& proof, const accounts::Visitor& visitor);

}  // namespace konbit::passkeys
