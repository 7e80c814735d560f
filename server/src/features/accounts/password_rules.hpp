// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/accounts/account.hpp"

#include <string>
#include <string_view>

namespace konbit::accounts {

/// A password that is the only factor (NIST SP 800-63B-4, 3.1.1.1) ...
inline constexpr std::size_t shortest_password = 15;
/// ... and one beside which a code is asked for.
inline constexpr std::size_t shortest_password_with_code = 8;
inline constexpr std::size_t longest_password = 1024;

/// Whether a password may be chosen: long enough in code points, and more than what anybody would try first.
/// Common words, the person's own name and address, runs of the keyboard, years and repetitions count for
/// nothing; at least eight characters (five beside a code) must be left. None that leaked elsewhere passes
/// (leaked_passwords.hpp). No rule on kinds of characters.
/// @param has_code  Whether a one-time code is asked for beside it.
/// @return ErrorCode::invalid with /password: too_short, too_long or easy_to_guess.
Result<void> check_new_password(std::string_view password, const Account& of, bool has_code = false);

/// What is stored of a password. It is brought into Unicode's NFKC first, so that the same characters typed
/// on another device match; nothing is cut off.
std::string password_hash_of(std::string_view password);
bool matches(const std::string& hash, std::string_view password);

}  // namespace konbit::accounts
