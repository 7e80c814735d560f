// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/ticket.hpp"

#include "core/crypto.hpp"
#include "db/columns.hpp"

namespace konbit::accounts {

namespace {

constexpr std::int64_t most_tries = 5;

}  // namespace

std::int64_t lifetime_ms(TicketPurpose purpose) {
    switch (purpose) {
        case TicketPurpose::sign_in:
            return 15 * minute_ms;
        case TicketPurpose::reset_password:
            return hour_ms;
        case TicketPurpose::confirm_email:
            return day_ms;
        case TicketPurpose::undo_email:
            return 14 * day_ms;
        default:
            return 5 * minute_ms;
    }
}

std::string issue(db::Session& db, TicketPurpose purpose, const std::optional<AccountId>& account,
                  std::string detail, Instant now) {
    std::string text = crypto::random_token();
    db::insert(db, "tickets",
               Ticket{crypto::sha256_hex(text), purpose, account, std::move(detail), 0, now,
                      now + lifetime_ms(purpose)});
    return text;
}

std::optional<Ticket> find_ticket(db::Session& db, TicketPurpose purpose, std::string_view text,
                                  Instant now) {
    return db.one<Ticket>("SELECT " + db::columns<Ticket>("t") +
                              " FROM tickets t LEFT JOIN accounts a ON a.id = t.account_id"
                              " WHERE t.ticket_sha256 = $1 AND t.purpose = $2 AND t.expires_at > $3"
                              " AND (a.id IS NULL OR a.status = 'active')",
                          crypto::sha256_hex(text), purpose, now);
}

std::optional<Ticket> take_ticket(db::Session& db, TicketPurpose purpose, std::string_view text,
                                  Instant now) {
    auto ticket = find_ticket(db, purpose, text, now);
    if (!ticket || db.change("DELETE FROM tickets WHERE ticket_sha256 = $1", ticket->ticket_sha256) != 1)
        return std::nullopt;
    return ticket;
}

bool count_try(db::Session& db, const Ticket& ticket) {
    return db.change("UPDATE tickets SET tries = tries + 1 WHERE ticket_sha256 = $1 AND tries < $2",
                     ticket.ticket_sha256, most_tries) == 1;
}

void end_tickets(db::Session& db, const AccountId& account) {
    db.change("DELETE FROM tickets WHERE account_id = $1 AND purpose <> 'undo_email'", account);
}

void end_all_tickets(db::Session& db, const AccountId& account) {
    db.change("DELETE FROM tickets WHERE account_id = $1", account);
}

std::int64_t remove_ended_tickets(db::Session& db, Instant now) {
    return db.change("DELETE FROM tickets WHERE expires_at <= $1", now);
}

}  // namespace konbit::accounts
