// SPDX-License-Identifier: Apache-2.0
#include "http/url.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace konbit::http {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

std::optional<std::string> percent_decoded(std::string_view encoded, bool plus_is_space) {
    std::string decoded;
    decoded.reserve(encoded.size());
    for (std::size_t at = 0; at < encoded.size(); ++at) {
        char c = encoded[at];
        if (c == '+' && plus_is_space) c = ' ';
        if (c == '%') {
            if (at + 2 >= encoded.size()) return std::nullopt;
            const int high = hex_digit(encoded[at + 1]), low = hex_digit(encoded[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high << 4 | low);
            at += 2;
        }
        // Line breaks are what a text area sends; other controls have no meaning in a URL.
        if (is_control(c) && !(plus_is_space && (c == '\n' || c == '\r' || c == '\t'))) return std::nullopt;
        decoded += c;
    }
    if (!text::is_utf8(decoded)) return std::nullopt;
    return decoded;
}

std::string percent_encoded(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_unreserved(c)) {
            encoded += c;
        } else {
            encoded += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return encoded;
}

Result<Parameters> Parameters::parse(std::string_view query) {
    Parameters parameters;
    while (!query.empty()) {
        const auto part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), part.size() + 1));
        if (part.empty()) continue;
        const auto equals = std::min(part.find('='), part.size());
        auto name = percent_decoded(part.substr(0, equals), true);
        auto value = percent_decoded(part.substr(std::min(part.size(), equals + 1)), true);
        if (!name || !value) return failure(ErrorCode::malformed, "bad_query");
        parameters.pairs_.emplace_back(std::move(*name), std::move(*value));
    }
    return parameters;
}

Result<std::optional<std::string_view>> Parameters::single(std::string_view name) const {
    std::optional<std::string_view> found;
    for (const auto& [key, value] : pairs_) {
        if (key != name) continue;
        if (found)
            return std::unexpected(Error{ErrorCode::malformed, "repeated_parameter", {}, {{"name", key}}});
        found = value;
    }
    return found;
}

std::string_view Parameters::first(std::string_view name) const {
    for (const auto& [key, value] : pairs_)
        if (key == name) return value;
    return {};
}

std::vector<std::string_view> Parameters::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [key, value] : pairs_)
        if (key == name) values.push_back(value);
    return values;
}

}  // namespace konbit::http
