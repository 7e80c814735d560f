// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/account_policies.hpp"

#include <string>
#include <string_view>

/// Another address for an account. Both addresses are told: the new one confirms, the former one may undo it
/// for 14 days.
namespace konbit::accounts {

/// Mails a link to the new address and says so to the present one. Whether the new one has an account already
/// is not told.
/// @return ErrorCode::invalid with /email.
Result<void> ask_for_email(App& app, const Proven& by, const std::string& email);

/// Makes the address that was asked for the account's.
/// @return ErrorCode::unauthenticated "link_unknown"; ErrorCode::conflict "email_taken".
Result<void> confirm_email(App& app, std::string_view token);

/// Gives the account its former address back, ends its sessions and links, takes away passkeys and codes that
/// are newer than the change, and mails a link to choose a new password there: whoever changed the address
/// may know the old one.
/// @return As confirm_email().
Result<void> undo_email(App& app, std::string_view token);

}  // namespace konbit::accounts
