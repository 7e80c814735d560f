// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/accounts/account.hpp"

#include <string>
#include <string_view>

namespace konbit::accounts {

/// A session ends after this time without a request ...
inline constexpr std::int64_t idle_limit_ms = 12 * hour_ms;
/// ... and after this time in any case.
inline constexpr std::int64_t session_limit_ms = 30 * day_ms;
/// What changes how an account is entered asks for a proof of its owner that is not older.
inline constexpr std::int64_t proof_limit_ms = 10 * minute_ms;

/// How e-mail addresses are compared.
std::string folded_email(std::string_view email);

/// Returns the account unchanged, its e-mail folded, if it satisfies every rule that needs no database.
/// @return ErrorCode::invalid with /email, /name or /language.
Result<Account> checked(Account account);

}  // namespace konbit::accounts
