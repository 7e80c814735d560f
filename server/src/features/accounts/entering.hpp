// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/accounts/account.hpp"
#include "features/accounts/session_store.hpp"
#include "features/app.hpp"
#include "http/headers.hpp"
#include "http/request.hpp"

#include <string>
#include <string_view>

namespace konbit::accounts {

/// A browser is known again for this time: as long as browsers keep a cookie.
inline constexpr std::int64_t device_limit_ms = 400 * day_ms;

/// The browser that somebody comes with.
struct Visitor {
    std::string device{};        ///< Its name, as device_name() words it.
    std::string device_token{};  ///< Of its cookie; empty when it was never signed in here.
};
Visitor visitor_of(const http::Request& request);

/// How far somebody came.
struct Entered {
    Account account{};
    std::string token{};         ///< Of the session; empty while a code is still to come.
    std::string ticket{};        ///< With which the code is sent; empty when none is asked for.
    std::string device_token{};  ///< Of the browser's cookie.
};

/// Lets in whoever has proven one factor: opens a session, or asks for the code that the account wants beside
/// it. A passkey is two factors in one. Another device than before is told by mail.
Result<Entered> enter(App& app, const Account& account, Entrance entrance, const Visitor& visitor,
                      Shown shown = {});

/// The second step. @return ErrorCode::unauthenticated "ticket_ended" after five minutes or five codes,
/// "wrong_code" otherwise.
Result<Entered> enter_with_code(App& app, std::string_view ticket, std::string_view code,
                                const Visitor& visitor);

/// By a mailed link, which is used up. @return ErrorCode::unauthenticated "link_unknown".
Result<Entered> enter_by_link(App& app, std::string_view token, const Visitor& visitor);

/// Sets the cookies of whoever came in; none while a code is still to come.
void keep_in_browser(http::Headers& headers, const Entered& entered, bool is_secure);

}  // namespace konbit::accounts
