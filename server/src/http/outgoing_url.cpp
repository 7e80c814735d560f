// SPDX-License-Identifier: Apache-2.0
#include "http/outgoing_url.hpp"

#include "http/address.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ranges>

namespace konbit::http {

namespace {

constexpr std::size_t longest_url = 2048;
constexpr std::size_t longest_name = 253;
constexpr std::size_t longest_label = 63;
constexpr std::uint16_t https_port = 443;
constexpr std::string_view loopback = "127.0.0.1";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 32) : c; });
    return lower;
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= longest_label && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

/// Names that never lead to the public Internet, whatever a resolver says.
bool is_local_name(std::string_view host) {
    static constexpr auto endings =
        std::to_array<std::string_view>({".localhost", ".local", ".internal", ".intranet", ".lan",
                                         ".home.arpa", ".onion", ".test", ".invalid"});
    return std::ranges::any_of(endings, [&](std::string_view ending) { return host.ends_with(ending); });
}

/// At least two labels, the last of which begins with a letter: 127.1, 0x7f000001 and 2130706433 are none.
bool is_host_name(std::string_view host) {
    if (host.size() > longest_name || host.find('.') == host.npos || is_local_name(host)) return false;
    std::string_view last;
    for (const auto part : std::views::split(host, '.')) {
        last = std::string_view(part.begin(), part.end());
        if (!is_label(last)) return false;
    }
    return is_lower(last.front());
}

/// What may stand in a path or query as it is.
bool is_target_character(char c) {
    return c > 0x20 && c < 0x7F && std::string_view("\"#<>\\^`{|}").find(c) == std::string_view::npos;
}

std::optional<std::uint16_t> port_of(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    const bool is_plain_number =
        error == std::errc() && end == text.data() + text.size() && text.front() != '0';
    return is_plain_number ? std::optional(port) : std::nullopt;
}

/// "host" or "host:port".
struct Authority {
    std::string host;
    std::optional<std::uint16_t> port;
};

std::optional<Authority> authority_of(std::string_view text) {
    const auto colon = text.find(':');
    Authority found{lowered(text.substr(0, colon)), std::nullopt};
    if (colon == text.npos) return found;
    const auto digits = text.substr(colon + 1);
    if (digits.empty()) return std::nullopt;
    found.port = port_of(digits);
    return found.port ? std::optional(found) : std::nullopt;
}

struct Network {
    std::string_view address;
    int bits;
};

bool lies_in(const Address& address, std::span<const Network> networks, int shift) {
    return std::ranges::any_of(networks, [&](const Network& each) {
        return address.shares_prefix(*Address::parse(each.address), each.bits + shift);
    });
}

/// Special-purpose networks of IPv4 (IANA registry, RFC 6890).
constexpr auto special_v4 = std::to_array<Network>({
    {"0.0.0.0", 8},
    {"10.0.0.0", 8},
    {"100.64.0.0", 10},
    {"127.0.0.0", 8},
    {"169.254.0.0", 16},
    {"172.16.0.0", 12},
    {"192.0.0.0", 24},
    {"192.0.2.0", 24},
    {"192.88.99.0", 24},
    {"192.168.0.0", 16},
    {"198.18.0.0", 15},
    {"198.51.100.0", 24},
    {"203.0.113.0", 24},
    {"224.0.0.0", 4},
    {"240.0.0.0", 4},
});

/// Within 2000::/3, which is all of IPv6 that is given out: protocol assignments with Teredo, documentation,
/// 6to4, documentation again.
constexpr auto special_v6 =
    std::to_array<Network>({{"2001::", 23}, {"2001:db8::", 32}, {"2002::", 16}, {"3fff::", 20}});
constexpr std::array given_out_v6{Network{"2000::", 3}};
constexpr int mapped_bits = 96;

}  // namespace

std::string OutgoingUrl::text() const {
    return fmt::format("{}://{}:{}{}", is_plain ? "http" : "https", host, port, target);
}

bool is_public_address(std::string_view text) {
    const auto address = Address::parse(text);
    if (!address) return false;
    if (text.find(':') == text.npos) return !lies_in(*address, special_v4, mapped_bits);
    return lies_in(*address, given_out_v6, 0) && !lies_in(*address, special_v6, 0);
}

Result<OutgoingRules> OutgoingRules::parse(std::string_view allowed) {
    OutgoingRules rules;
    if (allowed.empty()) return rules;
    for (const auto part : std::views::split(allowed, ',')) {
        const auto authority = authority_of(std::string_view(part.begin(), part.end()));
        if (!authority || authority->host != loopback || !authority->port)
            return failure(ErrorCode::invalid,
                           "only places on loopback: 127.0.0.1:PORT, separated by commas");
        rules.loopback_ports_.push_back(*authority->port);
    }
    return rules;
}

std::optional<OutgoingUrl> OutgoingRules::admitted(std::string_view url) const {
    if (url.size() > longest_url || !std::ranges::all_of(url, is_target_character)) return std::nullopt;
    OutgoingUrl found;
    found.is_plain = url.starts_with("http://");
    if (!found.is_plain && !url.starts_with("https://")) return std::nullopt;
    url.remove_prefix(url.find("//") + 2);
    const auto end = std::min(url.find_first_of("/?"), url.size());
    const auto authority = authority_of(url.substr(0, end));
    if (!authority) return std::nullopt;
    found.host = authority->host;
    found.port = authority->port.value_or(found.is_plain ? 80 : https_port);
    found.target =
        url.substr(end).starts_with('/') ? std::string(url.substr(end)) : "/" + std::string(url.substr(end));
    if (names(found.host, found.port)) return found;
    if (found.is_plain || found.port != https_port || !is_host_name(found.host)) return std::nullopt;
    return found;
}

bool OutgoingRules::admits_address(std::string_view address, std::uint16_t port) const {
    return names(address, port) || (port == https_port && is_public_address(address));
}

bool OutgoingRules::names(std::string_view host, std::uint16_t port) const {
    return host == loopback && std::ranges::find(loopback_ports_, port) != loopback_ports_.end();
}

}  // namespace konbit::http
