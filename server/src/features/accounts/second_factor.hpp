// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/app.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// What an authenticator app is given, once.
struct CodeSetUp {
    std::string secret;  ///< In base 32, for typing.
    std::string url;     ///< otpauth://…, as apps read it from a QR code.

    static constexpr auto fields() {
        return std::tuple{field("secret", &CodeSetUp::secret), field("url", &CodeSetUp::url)};
    }
};

namespace accounts {

/// Codes of an authenticator app beside the password, and the recovery codes for when the phone is lost.
/// An account has them from the moment on when a first code was typed.

bool has_codes(db::Session& db, const AccountId& account);

/// Whether the account has codes or a passkey.
bool has_second_factor(db::Session& db, const AccountId& account);

/// After one was removed: an office keeps its last one, or the password alone could set up another.
/// @return ErrorCode::conflict "last_factor".
Result<void> check_factor_left(db::Session& db, const App& app, const AccountId& account, Instant now);

/// Takes away whatever stands beside password, link and service, so that its owner can set it up anew: codes,
/// passkeys, and the tokens that were made with them. Ends every session. @return Whether there was any.
bool forget_second_factor(db::Session& db, const AccountId& account);

/// Recovery codes that were not used yet.
std::int64_t count_recovery_codes(db::Session& db, const AccountId& account);

/// Makes a secret and keeps it sealed; what was begun before and never confirmed is thrown away.
/// @return ErrorCode::conflict "codes_are_on".
Result<CodeSetUp> begin_codes(db::Session& db, const App& app, const Account& account);

/// Turns codes on when the first one is right.
/// @return The recovery codes, shown this once; ErrorCode::conflict "codes_not_begun", ErrorCode::invalid
/// with /code.
Result<std::vector<std::string>> confirm_codes(db::Session& db, const App& app, const AccountId& account,
                                               std::string_view typed, Instant now);

/// Replaces the recovery codes. @return ErrorCode::conflict "codes_are_off".
Result<std::vector<std::string>> renew_recovery_codes(db::Session& db, const App& app,
                                                      const AccountId& account);

void remove_codes(db::Session& db, const AccountId& account);

/// Whether the account has this code now, of its app or for recovery; either is used up by that.
bool take_code(db::Session& db, const App& app, const AccountId& account, std::string_view typed,
               Instant now);

/// Seals by the newest installation key the secrets that former ones sealed. @return How many.
Result<std::int64_t> move_codes(App& app);

}  // namespace accounts
}  // namespace konbit
