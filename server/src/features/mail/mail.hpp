// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.hpp"
#include "core/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::mail {

using MailId = Id<struct MailTag>;

/// A message to one person, as a slice words it.
struct Mail {
    std::string recipient;       ///< "name@host" (see is_address).
    std::string recipient_name;  ///< As shown beside the address; may be empty.
    std::string subject;         ///< One line, at most 200 bytes.
    std::string body;            ///< Plain text; lines end with "\n".
    std::string language;        ///< ISO 639 code of subject and body.
    /// For a mail of a series: where one click ends it without signing in (RFC 8058). Empty for any other.
    std::string unsubscribe_url{};
};

/// Whether mail can be sent there: one "@" between a local part and a host, printable ASCII without blanks,
/// quotes, brackets or commas, at most 254 characters. Stricter than RFC 5321, and enough that an address can
/// never end a header line or name a second recipient.
bool is_address(std::string_view text);

/// @return ErrorCode::invalid with every broken field: an address that is none, a missing subject or body, a
/// line
///         break or another control character where a header comes from, text that is not UTF-8.
Result<Mail> checked(Mail mail);

/// Who a message comes from.
struct Sender {
    std::string address;
    std::string name;  ///< May be empty.

    /// @param text  "no-reply@konbit.example" or "Konbit <no-reply@konbit.example>".
    /// @return Nothing when there is no address in it or a control character.
    static std::optional<Sender> parse(std::string_view text);
    /// What follows the "@".
    std::string_view host() const;
};

}  // namespace konbit::mail
