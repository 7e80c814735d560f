// SPDX-License-Identifier: Apache-2.0
#include "core/codec.hpp"

#include <cstdint>

namespace konbit::codec {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";
constexpr std::string_view base32_digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view base64_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes `bytes` as digits of `bits` bits each; the last digit is filled with zeros.
std::string encode(std::string_view bytes, std::string_view digits, int bits) {
    std::string text;
    text.reserve((bytes.size() * 8 + static_cast<std::size_t>(bits) - 1) / static_cast<std::size_t>(bits));
    std::uint32_t held = 0;
    int held_bits = 0;
    for (const char byte : bytes) {
        held = (held << 8) | static_cast<unsigned char>(byte);
        for (held_bits += 8; held_bits >= bits; held_bits -= bits) {
            text += digits[(held >> (held_bits - bits)) & ((1U << bits) - 1)];
        }
    }
    if (held_bits > 0) text += digits[(held << (bits - held_bits)) & ((1U << bits) - 1)];
    return text;
}

std::optional<std::string> decode(std::string_view text, std::string_view digits, int bits) {
    std::string bytes;
    std::uint32_t held = 0;
    int held_bits = 0;
    for (const char character : text) {
        const auto digit = digits.find(character);
        if (digit == std::string_view::npos) return std::nullopt;
        held = (held << bits) | static_cast<std::uint32_t>(digit);
        held_bits += bits;
        if (held_bits < 8) continue;
        held_bits -= 8;
        bytes += static_cast<char>((held >> held_bits) & 0xFF);
    }
    return bytes;
}

char as_typed(char character) {
    if (character >= 'a' && character <= 'z') character = static_cast<char>(character - 'a' + 'A');
    if (character == 'O') return '0';
    if (character == 'I' || character == 'L') return '1';
    return character;
}

}  // namespace

std::string to_hex(std::string_view bytes) { return encode(bytes, hex_digits, 4); }

std::optional<std::string> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    }
    return decode(lower, hex_digits, 4);
}

std::string to_base32(std::string_view bytes) { return encode(bytes, base32_digits, 5); }

std::optional<std::string> from_base32(std::string_view text) {
    std::string cleaned;
    for (const char character : text) {
        if (character != '-' && character != ' ') cleaned += as_typed(character);
    }
    return decode(cleaned, base32_digits, 5);
}

std::string to_base64url(std::string_view bytes) { return encode(bytes, base64_digits, 6); }

std::optional<std::string> from_base64url(std::string_view text) {
    auto bytes = decode(text, base64_digits, 6);
    // Only one spelling of the same bytes is accepted, so that a token cannot be varied.
    if (bytes && to_base64url(*bytes) != text) return std::nullopt;
    return bytes;
}

}  // namespace konbit::codec
