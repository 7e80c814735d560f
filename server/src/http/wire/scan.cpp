// SPDX-License-Identifier: Apache-2.0
#include "http/wire/parser.hpp"

namespace konbit::http {

namespace {

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; }

/// Whether the character at `at` may stand there, given what came before it.
bool is_in_place(std::string_view input, std::size_t at) {
    const char c = input[at];
    const char before = at > 0 ? input[at - 1] : '\0';
    if (before == '\r') return c == '\n';
    if (c == '\n') return false;
    if (before == '\n' && (c == ' ' || c == '\t')) return false;  // a folded line
    return c == '\r' || !is_control(c);
}

bool ends_head(std::string_view input, std::size_t at) {
    return at >= 3 && input.substr(at - 3, 4) == "\r\n\r\n";
}

}  // namespace

HeadProgress scan_head(std::string_view input, std::size_t limit, std::size_t& scanned) {
    for (; scanned < input.size(); ++scanned) {
        if (scanned >= limit) return {0, Refusal{431, "header_too_large"}};
        if (!is_in_place(input, scanned)) return {0, Refusal{400, "bad_header"}};
        if (ends_head(input, scanned)) return {scanned + 1, std::nullopt};
    }
    return {};
}

}  // namespace konbit::http
