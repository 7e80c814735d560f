// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "http/headers.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::http {

/// An IP address as 16 bytes; IPv4 is mapped into IPv6 so that both compare alike.
class Address {
  public:
    static std::optional<Address> parse(std::string_view text);

    /// Dotted for IPv4, RFC 5952 for IPv6.
    std::string text() const;
    bool is_loopback() const;
    /// True when the first `bits` (of 128) equal those of `other`.
    bool shares_prefix(const Address& other, int bits) const;
    /// What one line of the network holds: an IPv4 address by itself, the /64 of an IPv6 one.
    Address line() const;
    bool operator==(const Address&) const = default;

  private:
    std::array<unsigned char, 16> bytes_{};
};

/// The address under which a visitor is counted, so that nobody with a /64 of IPv6 passes for many:
/// "2001:db8:1:2:3::4" gives "2001:db8:1:2::". A text that is no address stays as it is.
std::string counted_address(std::string_view client);

/// Where a request came from, as far as proxies that we trust can tell.
struct Origin {
    std::string client;
    bool secure = false;
};

/// The proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. Empty: nobody's.
class TrustedProxies {
  public:
    TrustedProxies() = default;
    /// @param networks  Addresses or CIDR networks: "10.0.0.0/8", "::1".
    /// @return ErrorCode::invalid naming the first that cannot be read.
    static Result<TrustedProxies> parse(const std::vector<std::string>& networks);

    bool contain(const Address& address) const;
    /// The rightmost forwarded address that is not itself a trusted proxy: what stands left of it, anybody
    /// may have written.
    Origin origin(std::string_view peer, const Headers& headers) const;

  private:
    struct Network {
        Address address;
        int bits;
    };
    std::vector<Network> networks_;
};

}  // namespace konbit::http
