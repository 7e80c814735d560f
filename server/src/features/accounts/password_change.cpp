// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/password_change.hpp"

#include "db/database.hpp"
#include "features/accounts/account_mail.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/password_rules.hpp"
#include "features/accounts/second_factor.hpp"
#include "features/accounts/session_store.hpp"
#include "features/accounts/ticket.hpp"
#include "features/audit/scene.hpp"

namespace konbit::accounts {

namespace {

/// The account as it was read by whoever hashed for it: a change in between is a change too many.
Result<void> store(db::Session& db, const Account& account, const std::string& hash, Instant now) {
    const auto changed = db.change(
        "UPDATE accounts SET password_hash = $2, updated_at = $3, version = version + 1"
        " WHERE id = $1 AND version = $4",
        account.id, hash, now, account.version);
    if (changed == 0) return failure(ErrorCode::conflict, "changed_meanwhile");
    end_tickets(db, account.id);
    audit::note_rights(db, {"account", account.id.view()},
                       {{"password", account.password_hash ? "set" : "", "renewed"}}, now);
    return {};
}

Result<void> check(App& app, std::string_view password, const Account& account) {
    const bool has_code = app.database.read([&](db::Session& db) { return has_codes(db, account.id); });
    return check_new_password(password, account, has_code);
}

Result<Account> holder_of(App& app, std::string_view token, Instant now) {
    return app.database.read([&](db::Session& db) -> Result<Account> {
        const auto ticket = find_ticket(db, TicketPurpose::reset_password, token, now);
        if (!ticket || !ticket->account_id) return failure(ErrorCode::unauthenticated, "link_unknown");
        return find(db, System::viewer(), *ticket->account_id);
    });
}

/// Nobody's ticket is written as well, so that an address without an account takes as long.
Result<void> mail_ticket(App& app, std::string_view email, TicketPurpose purpose, std::string_view page) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        const auto account = find_by_email(db, System::viewer(), email);
        const bool is_active = account && account->status == AccountStatus::active;
        const auto ticket =
            issue(db, purpose, is_active ? std::optional(account->id) : std::nullopt, {}, now);
        if (!is_active) return {};
        return mail_link(db, app, *account, name_of(purpose), page, ticket, account->email, now);
    });
}

}  // namespace

Result<void> change_password(App& app, const Proven& by, std::string_view password) {
    KONBIT_TRY(const Account account,
               app.database.read([&](db::Session& db) { return find(db, by.viewer(), by.account()); }));
    KONBIT_CHECK(check(app, password, account));
    const std::string hash = password_hash_of(password);
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_CHECK(store(db, account, hash, now));
        end_sessions(db, account.id, by.session());
        return tell_changed(db, app, account, "password_changed", now);
    });
}

Result<void> mail_reset(App& app, std::string_view email) {
    return mail_ticket(app, email, TicketPurpose::reset_password, "/reset");
}

Result<void> reset_password(App& app, std::string_view token, std::string_view password) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Account account, holder_of(app, token, now));
    KONBIT_CHECK(check(app, password, account));
    const std::string hash = password_hash_of(password);
    return app.database.write([&](db::Session& db) -> Result<void> {
        if (!take_ticket(db, TicketPurpose::reset_password, token, now))
            return failure(ErrorCode::unauthenticated, "link_unknown");
        KONBIT_CHECK(store(db, account, hash, now));
        end_sessions(db, account.id);
        return tell_changed(db, app, account, "password_changed", now);
    });
}

Result<void> mail_sign_in_link(App& app, std::string_view email) {
    return mail_ticket(app, email, TicketPurpose::sign_in, "/sign-in/link");
}

}  // namespace konbit::accounts
