// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/accounts/account.hpp"

#include <string>
#include <string_view>

namespace konbit::accounts {

/// A password is the only factor here, so it has at least 15 characters (NIST SP 800-63B-4, 3.1.1.1).
inline constexpr std::size_t shortest_password = 15;
inline constexpr std::size_t longest_password = 1024;

/// A session ends after this time without a request ...
inline constexpr std::int64_t idle_limit_ms = 12 * hour_ms;
/// ... and after this time in any case.
inline constexpr std::int64_t session_limit_ms = 30 * day_ms;

/// How e-mail addresses are compared.
std::string folded_email(std::string_view email);

/// Returns the account unchanged, its e-mail folded, if it satisfies every rule that needs no database.
/// @return ErrorCode::invalid with /email, /name or /language.
Result<Account> checked(Account account);

/// Whether a password may be chosen: long enough, not over-long, not what anybody would try first (the
/// person's own name or address, one repeated character, a run of the keyboard or the alphabet). No rule on
/// kinds of characters.
/// @return ErrorCode::invalid with /password.
Result<void> check_new_password(std::string_view password, const Account& of);

}  // namespace konbit::accounts
