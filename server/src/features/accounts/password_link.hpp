// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/accounts/account.hpp"
#include "features/app.hpp"

#include <string>
#include <string_view>

namespace konbit::accounts {

/// A link to choose a password holds for this time.
inline constexpr std::int64_t password_link_limit_ms = 14 * day_ms;

/// The address under which the person of an account chooses a password: for one who never had any. It proves
/// itself (a dump of the database gives none) and ends when it is used or the password changes.
std::string password_link(const App& app, const Account& account, Instant now);

/// @return The account of a link's token; ErrorCode::not_found "link_unknown" when the link is none, has
/// expired or was used.
Result<Account> account_of_link(App& app, std::string_view token);

/// Sets the password.
/// @return Whose it is; errors as account_of_link(), and ErrorCode::invalid with /password, as
/// check_new_password().
Result<Account> choose_password(App& app, std::string_view token, std::string_view password);

}  // namespace konbit::accounts
