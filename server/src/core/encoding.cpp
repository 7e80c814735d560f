// SPDX-License-Identifier: Apache-2.0
#include "core/encoding.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <cstdint>

namespace konbit {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Code points of the Windows-1252 bytes 0x80 to 0x9F; the other bytes are Latin-1.
constexpr std::array<char16_t, 32> windows_1252_upper{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

bool is_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; }

/// The second byte's range depends on the first: it is what rules out overlong forms and surrogates.
bool is_second_byte(std::uint8_t lead, std::uint8_t second) {
    switch (lead) {
        case 0xE0:
            return second >= 0xA0 && second <= 0xBF;
        case 0xED:
            return second >= 0x80 && second <= 0x9F;
        case 0xF0:
            return second >= 0x90 && second <= 0xBF;
        case 0xF4:
            return second >= 0x80 && second <= 0x8F;
        default:
            return second >= 0x80 && second <= 0xBF;
    }
}

/// @return Bytes of the sequence that this lead byte opens, or 0 when no sequence starts with it.
std::size_t sequence_length(std::uint8_t lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool is_sequence(std::string_view sequence) {
    if (sequence.size() == 1) return true;
    if (!is_second_byte(byte_at(sequence, 0), byte_at(sequence, 1))) return false;
    return std::ranges::all_of(sequence.substr(2),
                               [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0) == 0x80; });
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    const auto unit = [&](std::size_t at) {
        const char32_t first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
        return big_endian ? first << 8 | second : second << 8 | first;
    };
    std::string text;
    std::size_t at = 0;
    for (; at + 1 < bytes.size(); at += 2) {
        const char32_t high = unit(at);
        const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (high >= 0xD800 && high <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
            append_utf8(text, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            at += 2;
        } else {
            append_utf8(text, high);
        }
    }
    if (at < bytes.size()) append_utf8(text, replacement);
    return text;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<std::uint8_t>(c);
        append_utf8(text, byte >= 0x80 && byte <= 0x9F ? windows_1252_upper[byte - 0x80] : byte);
    }
    return text;
}

/// Share of zero bytes at even (0) or odd (1) places of the first kilobyte.
double zero_share(std::string_view bytes, std::size_t parity) {
    const std::size_t end = std::min<std::size_t>(bytes.size(), 1024);
    int zeros = 0, all = 0;
    for (std::size_t at = parity; at < end; at += 2, ++all) zeros += bytes[at] == '\0';
    return all == 0 ? 0 : static_cast<double>(zeros) / all;
}

DecodedText decoded(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF") && is_utf8(bytes))
        return {std::string(bytes.substr(3)), Encoding::utf_8, true};
    if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), false), Encoding::utf_16le, true};
    if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), true), Encoding::utf_16be, true};
    // Latin text in UTF-16 has a zero in nearly every pair; names alone in another script still have
    // zero-bearing commas and line ends, and no other encoding has zeros at all.
    const double even = zero_share(bytes, 0), odd = zero_share(bytes, 1);
    if (odd > 0.1 && even == 0) return {from_utf16(bytes, false), Encoding::utf_16le, false};
    if (even > 0.1 && odd == 0) return {from_utf16(bytes, true), Encoding::utf_16be, false};
    if (is_utf8(bytes)) return {std::string(bytes), Encoding::utf_8, false};
    return {from_windows_1252(bytes), Encoding::windows_1252, false};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequence_length(byte_at(bytes, at));
        if (length == 0 || at + length > bytes.size() || !is_sequence(bytes.substr(at, length))) return false;
        at += length;
    }
    return true;
}

void append_utf8(std::string& text, char32_t code_point) {
    if (code_point > 0x10FFFF || is_surrogate(code_point)) code_point = replacement;
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    const auto put_rest = [&](int bits) {
        for (; bits >= 0; bits -= 6) put(0x80 | (code_point >> bits & 0x3F));
    };
    if (code_point < 0x80) return put(code_point);
    if (code_point < 0x800) return put(0xC0 | code_point >> 6), put_rest(0);
    if (code_point < 0x10000) return put(0xE0 | code_point >> 12), put_rest(6);
    put(0xF0 | code_point >> 18), put_rest(12);
}

DecodedText decode_text(std::string_view bytes) {
    DecodedText read = decoded(bytes);
    read.text = text::without_direction_controls(read.text);
    return read;
}

}  // namespace konbit
