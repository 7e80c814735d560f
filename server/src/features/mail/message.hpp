// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.hpp"
#include "features/mail/mail.hpp"

#include <string>
#include <string_view>

namespace konbit::mail {

/// What goes over the wire: headers and body after RFC 5322 and MIME, ASCII only, lines of at most 76
/// characters that end with CRLF. Marked as automatic (RFC 3834), so that nobody's absence note answers it.
/// A mail of a series also says how to end it, for the button of the reader's program (RFC 2369, RFC 8058).
/// @param mail  Checked (mail.hpp).
/// @param id    Becomes the Message-ID: a message sent twice is shown once by most readers.
std::string message(const Mail& mail, const Sender& sender, const MailId& id, Instant date);

/// "Sat, 21 Nov 2026 21:48:42 +0000" (RFC 5322 section 3.3).
std::string message_date(Instant at);

/// A header's text: itself when it is short printable ASCII, else UTF-8 in encoded words (RFC 2047) that keep
/// within the line and never split a letter.
std::string header_text(std::string_view text);

/// A name before an address: as header_text, and encoded as soon as it holds more than letters, digits and
/// blanks.
std::string header_name(std::string_view name);

/// RFC 2045 section 6.7, with "\n" taken as the line end.
std::string quoted_printable(std::string_view text);

}  // namespace konbit::mail
