// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::http {

/// An address that the server itself may send a request to, taken apart.
struct OutgoingUrl {
    bool is_plain = false;  ///< http: for hosts that a test named only.
    std::string host;       ///< In lower case: a name, or the loopback address of a test.
    std::uint16_t port = 443;
    std::string target;  ///< Path and query; begins with "/".

    /// Put together again: nobody reads the address other than it was checked.
    std::string text() const;
};

/// Whether the address is one of the public Internet. Refused are loopback, private and link-local networks,
/// those behind a carrier's translation, multicast, documentation and reserved ranges, and every IPv6 form
/// that holds an IPv4 address inside: mapped, NAT64, 6to4, Teredo.
/// @param address  Dotted IPv4 or IPv6, as inet_ntop writes them; anything else is not public.
bool is_public_address(std::string_view address);

/// Where the server may send requests of its own. By itself: https to port 443 of a host that has a name,
/// and only when the name leads to a public address.
class OutgoingRules {
  public:
    OutgoingRules() = default;

    /// @param allowed  "127.0.0.1:9000,127.0.0.1:9001": places on loopback for tests; empty for none.
    /// @return ErrorCode::invalid for anything that is not 127.0.0.1 with a port.
    static Result<OutgoingRules> parse(std::string_view allowed);

    /// @param url  At most 2,048 ASCII characters; no user, no fragment, no address in figures in any
    /// notation.
    /// @return Nothing when the server must not ask there.
    std::optional<OutgoingUrl> admitted(std::string_view url) const;

    /// The second question, asked when the name has been resolved: may this very address be connected to?
    bool admits_address(std::string_view address, std::uint16_t port) const;

  private:
    bool names(std::string_view host, std::uint16_t port) const;

    std::vector<std::uint16_t> loopback_ports_;
};

}  // namespace konbit::http
