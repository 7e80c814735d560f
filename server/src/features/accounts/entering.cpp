// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/entering.hpp"

#include "core/crypto.hpp"
#include "db/database.hpp"
#include "features/accounts/account_mail.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/device_name.hpp"
#include "features/accounts/second_factor.hpp"
#include "features/accounts/session_store.hpp"
#include "features/accounts/ticket.hpp"
#include "features/audit/scene.hpp"
#include "features/limits.hpp"
#include "http/cookie.hpp"

namespace konbit::accounts {

namespace {

constexpr std::string_view device_cookie = "konbit-device";

std::unexpected<Error> refused(std::string reason) {
    return failure(ErrorCode::unauthenticated, std::move(reason));
}

/// Whether the account was signed in by this browser before; from now on it was.
bool meet_device(db::Session& db, const AccountId& account, std::string_view token, Instant now) {
    const std::string hash = crypto::sha256_hex(token);
    if (db.change("UPDATE account_devices SET last_seen_at = $3 WHERE account_id = $1 AND device_sha256 = $2",
                  account, hash, now) == 1)
        return true;
    db.change("INSERT INTO account_devices (account_id, device_sha256, last_seen_at) VALUES ($1, $2, $3)",
              account, hash, now);
    return false;
}

bool had_devices(db::Session& db, const AccountId& account) {
    return db.value<std::int64_t>("SELECT count(*) FROM account_devices WHERE account_id = $1", account) > 0;
}

/// The first browser of an account is no news, and a demonstration account is everybody's.
Result<void> note_device(db::Session& db, const App& app, const Entered& entered, const Visitor& visitor,
                         Instant now) {
    const bool is_first = !had_devices(db, entered.account.id);
    const bool is_known = meet_device(db, entered.account.id, entered.device_token, now);
    if (is_first || is_known || entered.account.is_demo) return {};
    return tell_new_device(db, app, entered.account, visitor.device, now);
}

Result<Entered> let_in(db::Session& db, const App& app, const Account& account, Entrance entrance,
                       const Visitor& visitor, Instant now, Shown shown = {}) {
    Entered entered{.account = account};
    entered.device_token = visitor.device_token.empty() ? crypto::random_token() : visitor.device_token;
    KONBIT_CHECK(note_device(db, app, entered, visitor, now));
    entered.token = open_session(db, account, entrance, visitor.device, now, shown);
    audit::note_sign_in(db, account.id, name_of(entrance), now);
    return entered;
}

Result<Entered> admit(db::Session& db, const App& app, const Account& account, Entrance entrance,
                      const Visitor& visitor, Instant now, Shown shown = {}) {
    if (entrance == Entrance::passkey || !has_codes(db, account.id))
        return let_in(db, app, account, entrance, visitor, now, shown);
    Entered entered{.account = account};
    entered.ticket = issue(db, TicketPurpose::second_factor, account.id, std::string(name_of(entrance)), now);
    return entered;
}

/// In a transaction of its own: a wrong code must not take its own counting back.
Result<Ticket> counted(App& app, std::string_view text, Instant now) {
    return app.database.write([&](db::Session& db) -> Result<Ticket> {
        auto ticket = find_ticket(db, TicketPurpose::second_factor, text, now);
        if (!ticket || !ticket->account_id || !count_try(db, *ticket)) return refused("ticket_ended");
        audit::concern(*ticket->account_id);
        // Who knows the password may begin anew as often as passwords may be tried: codes are counted on.
        KONBIT_CHECK(app.limits.admit_one_time_code(ticket->account_id->view()));
        return *std::move(ticket);
    });
}

}  // namespace

Visitor visitor_of(const http::Request& request) {
    return {device_name(request.headers.get("user-agent")), std::string(request.cookie(device_cookie))};
}

Result<Entered> enter(App& app, const Account& account, Entrance entrance, const Visitor& visitor,
                      Shown shown) {
    const Instant now = app.clock.now();
    return app.database.write(
        [&](db::Session& db) { return admit(db, app, account, entrance, visitor, now, shown); });
}

Result<Entered> enter_with_code(App& app, std::string_view text, std::string_view code,
                                const Visitor& visitor) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Ticket ticket, counted(app, text, now));
    return app.database.write([&](db::Session& db) -> Result<Entered> {
        const AccountId owner = *ticket.account_id;
        if (!take_code(db, app, owner, code, now)) return refused("wrong_code");
        if (!take_ticket(db, TicketPurpose::second_factor, text, now)) return refused("ticket_ended");
        KONBIT_TRY(const Account account, find(db, System::viewer(), owner));
        return let_in(db, app, account, from_name<Entrance>(ticket.detail).value_or(Entrance::password),
                      visitor, now, {.second_factor = true});
    });
}

Result<Entered> enter_by_link(App& app, std::string_view token, const Visitor& visitor) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<Entered> {
        const auto ticket = take_ticket(db, TicketPurpose::sign_in, token, now);
        if (!ticket || !ticket->account_id) return refused("link_unknown");
        KONBIT_TRY(const Account account, find(db, System::viewer(), *ticket->account_id));
        return admit(db, app, account, Entrance::link, visitor, now);
    });
}

void keep_in_browser(http::Headers& headers, const Entered& entered, bool is_secure) {
    if (entered.token.empty()) return;
    const http::Cookie session{"konbit", entered.token, std::chrono::seconds(session_limit_ms / second_ms)};
    const http::Cookie device{std::string(device_cookie), entered.device_token,
                              std::chrono::seconds(device_limit_ms / second_ms)};
    headers.add("set-cookie", session.text(is_secure));
    headers.add("set-cookie", device.text(is_secure));
}

}  // namespace konbit::accounts
