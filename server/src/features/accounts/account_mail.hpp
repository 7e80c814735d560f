// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/app.hpp"

#include <string>
#include <string_view>

/// What an account is told by mail about the ways into it, in the transaction that causes it. An address that
/// no mail can reach is passed over.
namespace konbit::accounts {

/// @param device  As device_name() words it; empty for an unknown one.
Result<void> tell_new_device(db::Session& db, const App& app, const Account& account, std::string_view device,
                             Instant now);

/// Something that changed and needs no answer: mail.account_<what>, such as "password_changed".
Result<void> tell_changed(db::Session& db, const App& app, const Account& account, std::string_view what,
                          Instant now);

/// A link to a page of the app, with its ticket behind the `#`: no server and no page that is linked from
/// there learns it.
/// @param what  "sign_in", "reset_password", "confirm_email" or "undo_email": mail.account_<what>.
/// @param page  Path below /app.
/// @param to    Where the mail goes; the account's address or its former or future one.
/// @param params  What the text needs besides name and url.
Result<void> mail_link(db::Session& db, const App& app, const Account& account, std::string_view what,
                       std::string_view page, const std::string& ticket, const std::string& to, Instant now,
                       const Params& params = {});

}  // namespace konbit::accounts
