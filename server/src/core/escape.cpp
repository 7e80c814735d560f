// SPDX-License-Identifier: Apache-2.0
#include "core/escape.hpp"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace konbit {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

void append_unicode_escape(std::string& out, unsigned code) {
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += hex_digits[(code >> shift) & 15];
}

void append_escaped(std::string& out, unsigned char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            append_unicode_escape(out, c);
    }
}

bool needs_escape(unsigned char c, bool in_html) {
    if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F) return true;
    return in_html && (c == '<' || c == '>' || c == '&');
}

/// How many bytes from the front surely need no escape, seen eight at a time: texts of profiles are long.
std::size_t plain_prefix(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
    // The high bit of a byte is set where the byte is below `limit` (at most 0x80) or above 0x7F.
    const auto below = [](std::uint64_t bytes, std::uint64_t limit) {
        return ((bytes - ones * limit) | bytes) & highs;
    };
    const auto equal = [&](std::uint64_t bytes, std::uint64_t value) {
        return below(bytes ^ (ones * value), 1);
    };
    std::size_t size = 0;
    for (; size + 8 <= text.size(); size += 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + size, 8);
        const std::uint64_t stops = below(bytes, 0x20) | equal(bytes, '"') | equal(bytes, '\\') |
                                    equal(bytes, 0x7F) | equal(bytes, '<') | equal(bytes, '>') |
                                    equal(bytes, '&');
        if (stops != 0) break;
    }
    return size;
}

/// Appends the code point that starts at `at` and returns where the next one starts.
std::size_t append_multibyte(std::string& out, std::string_view text, std::size_t at, bool in_html) {
    auto next = static_cast<std::int32_t>(at);
    std::int32_t code_point = 0;
    U8_NEXT(text.data(), next, static_cast<std::int32_t>(text.size()), code_point);
    const auto end = static_cast<std::size_t>(next);
    if (code_point < 0) {
        out += "\xEF\xBF\xBD";
    } else if (in_html && (code_point == 0x2028 || code_point == 0x2029)) {
        append_unicode_escape(out, static_cast<unsigned>(code_point));
    } else {
        out.append(text.substr(at, end - at));
    }
    return end;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text, bool in_html) {
    out += '"';
    std::size_t copied = 0;
    for (std::size_t at = plain_prefix(text); at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c < 0x80 && !needs_escape(c, in_html)) {
            ++at;
            if (at % 8 == 0) at += plain_prefix(text.substr(at));
            continue;
        }
        out.append(text.substr(copied, at - copied));
        if (c < 0x80) {
            append_escaped(out, c);
            ++at;
        } else {
            at = append_multibyte(out, text, at, in_html);
        }
        copied = at;
    }
    out.append(text.substr(copied));
    out += '"';
}

}  // namespace konbit
