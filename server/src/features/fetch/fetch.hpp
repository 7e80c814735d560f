// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "http/outgoing_url.hpp"

#include <chrono>
#include <cstddef>
#include <string>

/// The one way by which the program asks another server over HTTP. Mail goes by features/mail/smtp.hpp to the
/// one server that the operator named; nothing else goes out.
namespace konbit::fetch {

struct Order {
    std::string url;
    std::string form{};           ///< Sent by POST as application/x-www-form-urlencoded; empty: GET.
    std::string authorization{};  ///< The header's value; empty for none.
    std::size_t most_bytes = 64 * 1024;
    std::chrono::milliseconds limit{5000};  ///< From the look-up of the name to the last byte.
};

struct Reply {
    int status = 0;
    std::string body;
};

/// Asks once. The name is resolved once, and each address is held against the rules at the moment of
/// connecting to it. TLS is verified against the system's certificates. No redirect is followed, no proxy,
/// cookie or compression used. At most four requests are under way at a time.
/// @return Whatever status the other side answered below 300; ErrorCode::unavailable with "outgoing_refused"
/// (the rules), "outgoing_redirected", "outgoing_too_large", "outgoing_too_slow", "outgoing_busy" or
/// "outgoing_failed".
/// @note Waits for the network: never call it inside a transaction.
Result<Reply> ask(const http::OutgoingRules& rules, const Order& order);

}  // namespace konbit::fetch
