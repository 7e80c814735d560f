// SPDX-License-Identifier: Apache-2.0
#include "http/address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <span>

namespace konbit::http {

namespace {

constexpr int mapped_bits = 96;
constexpr std::array<unsigned char, 12> mapped_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

std::string_view last_entry(std::string_view& list) {
    const auto comma = list.rfind(',');
    auto entry = comma == std::string_view::npos ? list : list.substr(comma + 1);
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(0, comma);
    while (entry.starts_with(' ')) entry.remove_prefix(1);
    while (entry.ends_with(' ')) entry.remove_suffix(1);
    return entry;
}

/// Every line of that name as one list, in order (RFC 9110 5.2): "a, b".
std::string joined(const Headers& headers, std::string_view name) {
    std::string list;
    for (const auto& [field, value] : headers)
        if (same_ignoring_case(field, name)) list.append(list.empty() ? "" : ", ").append(value);
    return list;
}

std::optional<int> prefix_length(std::string_view text, int most) {
    int bits = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
    const bool is_number = error == std::errc() && end == text.data() + text.size();
    return is_number && bits >= 0 && bits <= most ? std::optional(bits) : std::nullopt;
}

}  // namespace

std::optional<Address> Address::parse(std::string_view text) {
    const std::string terminated(text);
    Address address;
    if (inet_pton(AF_INET6, terminated.c_str(), address.bytes_.data()) == 1) return address;
    std::ranges::copy(mapped_prefix, address.bytes_.begin());
    if (inet_pton(AF_INET, terminated.c_str(), address.bytes_.data() + mapped_prefix.size()) == 1)
        return address;
    return std::nullopt;
}

std::string Address::text() const {
    std::array<char, INET6_ADDRSTRLEN> out{};
    const bool is_v4 = std::ranges::equal(mapped_prefix, std::span(bytes_).first<12>());
    const auto* from = is_v4 ? bytes_.data() + mapped_prefix.size() : bytes_.data();
    return inet_ntop(is_v4 ? AF_INET : AF_INET6, from, out.data(), out.size());
}

bool Address::is_loopback() const {
    static const auto v4 = *parse("127.0.0.0"), v6 = *parse("::1");
    return shares_prefix(v4, mapped_bits + 8) || *this == v6;
}

bool Address::shares_prefix(const Address& other, int bits) const {
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (std::memcmp(bytes_.data(), other.bytes_.data(), whole) != 0) return false;
    if (bits % 8 == 0) return true;
    const int mask = 0xFF << (8 - bits % 8);
    return ((bytes_[whole] ^ other.bytes_[whole]) & mask) == 0;
}

Address Address::line() const {
    Address line = *this;
    const bool is_v4 = std::ranges::equal(mapped_prefix, std::span(bytes_).first<12>());
    if (!is_v4) std::ranges::fill(std::span(line.bytes_).last<8>(), static_cast<unsigned char>(0));
    return line;
}

std::string counted_address(std::string_view client) {
    const auto address = Address::parse(client);
    return address ? address->line().text() : std::string(client);
}

Result<TrustedProxies> TrustedProxies::parse(const std::vector<std::string>& networks) {
    TrustedProxies proxies;
    for (const auto& text : networks) {
        const auto slash = text.find('/');
        const auto address = Address::parse(std::string_view(text).substr(0, slash));
        const bool is_v4 = text.find(':') == std::string::npos;
        const int most = is_v4 ? 32 : 128;
        const auto bits = slash == std::string::npos
                              ? std::optional(most)
                              : prefix_length(std::string_view(text).substr(slash + 1), most);
        if (!address || !bits)
            return std::unexpected(Error{ErrorCode::invalid, "bad_network", {}, {{"network", text}}});
        proxies.networks_.push_back({*address, *bits + (is_v4 ? mapped_bits : 0)});
    }
    return proxies;
}

bool TrustedProxies::contain(const Address& address) const {
    return std::ranges::any_of(
        networks_, [&](const Network& each) { return address.shares_prefix(each.address, each.bits); });
}

Origin TrustedProxies::origin(std::string_view peer, const Headers& headers) const {
    if (networks_.empty()) return {std::string(peer), false};
    const auto direct = Address::parse(peer);
    if (!direct || !contain(*direct)) return {std::string(peer), false};

    // A proxy may add a line of its own below the one that the client sent: the last entry of all lines is
    // its.
    const auto protocols = joined(headers, "x-forwarded-proto");
    const auto addresses = joined(headers, "x-forwarded-for");
    std::string_view protocol_list = protocols, list = addresses;
    Origin origin{std::string(peer), last_entry(protocol_list) == "https"};
    while (!list.empty()) {
        const auto address = Address::parse(last_entry(list));
        if (!address) break;
        origin.client = address->text();
        if (!contain(*address)) break;
    }
    return origin;
}

}  // namespace konbit::http
