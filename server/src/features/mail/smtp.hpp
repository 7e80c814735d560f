// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace konbit::mail {

/// What came of handing one message to the mail server.
enum class Delivery {
    accepted,   ///< The server took it.
    postponed,  ///< Nobody can be reached, or the server said 4xx: try again later.
    refused,    ///< The server said 5xx: it will say so again.
};

struct DeliveryReport {
    Delivery delivery = Delivery::postponed;
    int reply_code = 0;  ///< Of the server; 0 when it did not speak.
    std::string reason;  ///< For the operator; empty when accepted.

    /// Refused because there is nobody at the address: 550, 551 and 553 of RFC 5321, 556 of RFC 7504.
    bool is_about_the_address() const {
        return delivery == Delivery::refused &&
               (reply_code == 550 || reply_code == 551 || reply_code == 553 || reply_code == 556);
    }
};

/// One message and where it goes.
struct Envelope {
    std::string from;  ///< Address only.
    std::string to;    ///< Address only.
    std::string
        text;  ///< The whole message with CRLF line ends (message.hpp); dots are stuffed while it is sent.
};

/// The mail server that this installation hands its mail to.
struct SmtpServer {
    std::string url;  ///< smtp://[user:password@]host[:port] or smtps://…
    std::chrono::seconds connect_limit{10};
    std::chrono::seconds limit{60};
};

/// Hands one message to the server and waits for its answer. smtp:// is turned into TLS by STARTTLS, which a
/// server outside this machine must offer: neither a password nor a personal link crosses a network in the
/// clear.
/// @param give_up  Asked while waiting; true ends the attempt (postponed).
DeliveryReport deliver(
    const SmtpServer& server, const Envelope& envelope,
    const std::function<bool()>& give_up = [] { return false; });

}  // namespace konbit::mail
