// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/email_change.hpp"

#include "db/database.hpp"
#include "features/accounts/account_mail.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/office.hpp"
#include "features/accounts/second_factor.hpp"
#include "features/accounts/session_store.hpp"
#include "features/accounts/ticket.hpp"
#include "features/audit/scene.hpp"
#include "features/mail/mail.hpp"

#include <fmt/core.h>

namespace konbit::accounts {

namespace {

Result<Account> with_address(Account account, const std::string& email) {
    account.email = email;
    KONBIT_TRY(account, checked(std::move(account)));
    if (!mail::is_address(account.email))
        return failure(ErrorCode::invalid, "invalid", {{"/email", "not_an_email"}});
    return account;
}

Result<Ticket> taken(db::Session& db, TicketPurpose purpose, std::string_view token, Instant now) {
    auto ticket = take_ticket(db, purpose, token, now);
    if (!ticket || !ticket->account_id) return failure(ErrorCode::unauthenticated, "link_unknown");
    return *std::move(ticket);
}

void remove_newer(db::Session& db, std::string_view way, const AccountId& account, Instant since) {
    db.change(fmt::format("DELETE FROM {} WHERE account_id = $1 AND created_at >= $2", way), account, since);
}

void remove_newer_factors(db::Session& db, const AccountId& account, Instant since) {
    remove_newer(db, "passkeys", account, since);
    const auto codes = db.value<std::int64_t>(
        "SELECT count(*) FROM one_time_codes WHERE account_id = $1 AND confirmed_at >= $2", account, since);
    if (codes > 0) remove_codes(db, account);
}

/// Ways in that were opened since the change of address was asked for may be those of whoever asked. The
/// second factor of an office stays: a mailed link must not take it away.
void close_newer_ways(db::Session& db, const App& app, const AccountId& account, const Ticket& undo,
                      Instant now) {
    const Instant since = undo.created_at - lifetime_ms(TicketPurpose::confirm_email);
    remove_newer(db, "identities", account, since);
    remove_newer(db, "api_tokens", account, since);
    if (!demand_second_factor_of(grants_of(db, account, now), app.config))
        remove_newer_factors(db, account, since);
    audit::note_rights(db, {"account", account.view()}, {{"newer_entrances", "set", ""}}, now);
    end_sessions(db, account);
    end_all_tickets(db, account);
}

Result<void> store(db::Session& db, const Account& account, Instant now) {
    const auto taken = find_by_email(db, System::viewer(), account.email);
    if (taken && taken->id != account.id) return failure(ErrorCode::conflict, "email_taken");
    db.change(
        "UPDATE accounts SET email = $2, email_folded = $3, updated_at = $4, version = version + 1 WHERE id "
        "= $1",
        account.id, account.email, account.email_folded, now);
    audit::note_rights(db, {"account", account.id.view()}, {{"email", "set", "renewed"}}, now);
    return {};
}

Result<void> offer_undo(db::Session& db, const App& app, const Account& changed, const std::string& former,
                        Instant now) {
    const auto undo = issue(db, TicketPurpose::undo_email, changed.id, former, now);
    return mail_link(db, app, changed, "undo_email", "/email/undo", undo, former, now);
}

}  // namespace

Result<void> ask_for_email(App& app, const Proven& by, const std::string& email) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_TRY(const Account account, find(db, by.viewer(), by.account()));
        KONBIT_TRY(const Account wanted, with_address(account, email));
        const auto ticket = issue(db, TicketPurpose::confirm_email, account.id, wanted.email, now);
        KONBIT_CHECK(
            mail_link(db, app, account, "confirm_email", "/email/confirm", ticket, wanted.email, now));
        return tell_changed(db, app, account, "email_asked", now);
    });
}

Result<void> confirm_email(App& app, std::string_view token) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_TRY(const Ticket ticket, taken(db, TicketPurpose::confirm_email, token, now));
        KONBIT_TRY(const Account stored, find(db, System::viewer(), *ticket.account_id));
        KONBIT_TRY(const Account changed, with_address(stored, ticket.detail));
        KONBIT_CHECK(store(db, changed, now));
        return offer_undo(db, app, changed, stored.email, now);
    });
}

Result<void> undo_email(App& app, std::string_view token) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_TRY(const Ticket undo, taken(db, TicketPurpose::undo_email, token, now));
        KONBIT_TRY(const Account present, find(db, System::viewer(), *undo.account_id));
        KONBIT_TRY(const Account restored, with_address(present, undo.detail));
        KONBIT_CHECK(store(db, restored, now));
        close_newer_ways(db, app, restored.id, undo, now);
        const auto reset = issue(db, TicketPurpose::reset_password, restored.id, {}, now);
        return mail_link(db, app, restored, "reset_password", "/reset", reset, restored.email, now);
    });
}

}  // namespace konbit::accounts
