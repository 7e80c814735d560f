// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/account_policies.hpp"

#include <string_view>

namespace konbit::accounts {

/// Sets the own password, ends every other session and every mailed link, and tells it by mail.
/// @return ErrorCode::invalid with /password, as check_new_password().
Result<void> change_password(App& app, const Proven& by, std::string_view password);

/// Mails a link to choose a new password; an address without an active account is answered the same way and
/// in about the same time.
Result<void> mail_reset(App& app, std::string_view email);

/// Sets the password of whoever holds the link and ends every session: the new one is shown at the sign-in,
/// with a code where the account asks for one.
/// @return ErrorCode::unauthenticated "link_unknown"; ErrorCode::invalid with /password, which leaves the
/// link as it is.
Result<void> reset_password(App& app, std::string_view token, std::string_view password);

/// Mails a link that signs in; answered as mail_reset().
Result<void> mail_sign_in_link(App& app, std::string_view email);

}  // namespace konbit::accounts
