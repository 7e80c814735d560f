// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/app.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::accounts {

/// What whoever comes in has shown beside the entrance itself.
struct Shown {
    Freshness freshness = Freshness::fresh;
    bool second_factor = false;  ///< A code, or a service that asks everybody for two.
};

/// Who a session belongs to, and what was granted to the account as of now: nothing while it lacks the second
/// factor that an office of the account demands.
struct SignedInAccount {
    AccountId account;
    std::vector<Grant> grants;
    SessionId session;
    Instant proven_at;  ///< When the person last showed a password, a code or a passkey.
    bool lacks_second_factor = false;
};

/// @param token  The value of the session cookie; empty for none.
/// @return Nothing when there is no such session, it has ended, or the account has been disabled meanwhile.
std::optional<SignedInAccount> signed_in_by(App& app, std::string_view token);

/// @return The active account of that address and password; ErrorCode::unauthenticated
/// "wrong_email_or_password" for anything else: whether the address has an account is not told, neither by
/// the answer nor by its time.
Result<Account> prove_password(App& app, std::string_view email, std::string_view password);

/// Opens a session. @return Its token, for the cookie; only its hash is stored.
std::string open_session(db::Session& db, const Account& account, Entrance entrance, std::string_view device,
                         Instant now, Shown shown = {});

/// Where the account is signed in now, the one seen last first.
std::vector<SessionRecord> sessions_of(db::Session& db, const AccountId& account, Instant now);

/// Ends one session of an account. @return ErrorCode::not_found when it is none of its own.
Result<void> end_session(db::Session& db, const AccountId& account, const SessionId& session);

/// Ends the sessions of an account, all or all but one.
void end_sessions(db::Session& db, const AccountId& account, const std::optional<SessionId>& but = {});

/// Notes that the person has just proven to be the owner.
void mark_proven(db::Session& db, const SessionId& session, Instant now);

/// Whether two factors were shown in the session: a code beside another way in, or a passkey, which is two in
/// one.
bool has_second_factor(db::Session& db, const SessionId& session);

/// From now on the session counts as one of two factors.
void mark_second_factor(db::Session& db, const SessionId& session);

/// Ends a session; ending none is no error.
Result<void> close_session(App& app, std::string_view token);

/// Removes sessions and tickets that have ended, and devices not seen for longer than a cookie lasts; a job
/// calls it.
void remove_ended_sessions(App& app);

}  // namespace konbit::accounts
