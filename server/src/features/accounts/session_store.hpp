// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/accounts/account.hpp"
#include "features/app.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::accounts {

/// Who a session belongs to, and what was granted to the account as of now.
struct SignedInAccount {
    AccountId account;
    std::vector<Grant> grants;
};

/// @param token  The value of the session cookie; empty for none.
/// @return Nothing when there is no such session, it has ended, or the account has been disabled meanwhile.
std::optional<SignedInAccount> signed_in_by(App& app, std::string_view token);

/// A session that was just opened.
struct OpenedSession {
    std::string token;  ///< For the cookie; only its hash is stored.
    Account account;
};

/// Opens a session for the right password.
/// @return ErrorCode::unauthenticated "wrong_email_or_password" for anything else: whether the address has an
/// account
///         is not told, neither by the answer nor by its time.
Result<OpenedSession> open_session(App& app, std::string_view email, std::string_view password);

/// Ends a session; ending none is no error.
Result<void> close_session(App& app, std::string_view token);

/// Removes sessions that have ended; a job calls it.
void remove_ended_sessions(App& app);

}  // namespace konbit::accounts
