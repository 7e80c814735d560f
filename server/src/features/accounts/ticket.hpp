// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace konbit::accounts {

/// What a ticket admits to.
enum class TicketPurpose {
    second_factor,   ///< The password was right; a code is still to come.
    sign_in,         ///< A mailed link that signs in.
    reset_password,  ///< A mailed link that lets somebody choose a password.
    confirm_email,   ///< A link to a new address.
    undo_email,      ///< A link to the former address.
    add_passkey,     ///< The challenge of a passkey that is being made.
    use_passkey,     ///< The challenge of signing in by one.
};
constexpr auto names(TicketPurpose) {
    return std::to_array<std::string_view>({"second_factor", "sign_in", "reset_password", "confirm_email",
                                            "undo_email", "add_passkey", "use_passkey"});
}

/// Something that may be used once and soon. Its text is known to whom it was given only; a dump of the table
/// admits nobody.
struct Ticket {
    std::string ticket_sha256;
    TicketPurpose purpose = TicketPurpose::sign_in;
    std::optional<AccountId> account_id;
    std::string detail;      ///< What the purpose needs: an address, an entrance.
    std::int64_t tries = 0;  ///< Codes that were typed for it.
    Instant created_at{};
    Instant expires_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("ticket_sha256", &Ticket::ticket_sha256, Access::never_sent),
            field("purpose", &Ticket::purpose),
            field("account_id", &Ticket::account_id),
            field("detail", &Ticket::detail, Access::never_sent),
            field("tries", &Ticket::tries),
            field("created_at", &Ticket::created_at),
            field("expires_at", &Ticket::expires_at),
        };
    }
};

/// How long a ticket may be used.
std::int64_t lifetime_ms(TicketPurpose purpose);

/// @param account  Empty where nobody is known; such a mailed link opens nothing.
/// @return The text to be given away; it is not stored.
std::string issue(db::Session& db, TicketPurpose purpose, const std::optional<AccountId>& account,
                  std::string detail, Instant now);

/// @return The ticket of that text and purpose, unless it is used, too old or of a disabled account.
std::optional<Ticket> find_ticket(db::Session& db, TicketPurpose purpose, std::string_view text, Instant now);

/// Uses a ticket up: of two at once, one gets it.
/// @return As find_ticket().
std::optional<Ticket> take_ticket(db::Session& db, TicketPurpose purpose, std::string_view text, Instant now);

/// Counts a try for it. @return False from the sixth on.
bool count_try(db::Session& db, const Ticket& ticket);

/// Ends the tickets of an account: whoever holds an older link comes too late. Only a former address keeps
/// its way back, or whoever took an account over could close it by changing the password.
void end_tickets(db::Session& db, const AccountId& account);

/// Ends the ways back to former addresses as well.
void end_all_tickets(db::Session& db, const AccountId& account);

std::int64_t remove_ended_tickets(db::Session& db, Instant now);

}  // namespace konbit::accounts
