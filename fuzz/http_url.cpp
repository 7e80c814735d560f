// SPDX-License-Identifier: Apache-2.0
// Paths and queries: what is decoded holds no control and is UTF-8, what is encoded comes back, a query means
// the same when it is written anew, and no address that passes for safe or local leads anywhere else.
#include "core/text.hpp"
#include "http/html.hpp"
#include "http/response.hpp"
#include "http/url.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace konbit::http;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

void check_path(std::string_view text) {
    const auto path = percent_decoded(text);
    if (!path) return;
    if (!konbit::text::is_utf8(*path) || std::ranges::any_of(*path, is_control)) __builtin_trap();
    if (percent_decoded(percent_encoded(*path)) != path) __builtin_trap();
}

std::string written(const Parameters& parameters) {
    std::string query;
    for (const auto& [name, value] : parameters)
        query += "&" + percent_encoded(name) + "=" + percent_encoded(value);
    return query;
}

void check_query(std::string_view text) {
    const auto read = Parameters::parse(text);
    if (!read) return;
    const auto again = Parameters::parse(written(*read));
    if (!again || !std::equal(read->begin(), read->end(), again->begin(), again->end())) __builtin_trap();
    for (const auto& [name, value] : *read) {
        const auto all = read->all(name);
        if (all.empty() || read->first(name) != all.front()) __builtin_trap();
        if (read->single(name).has_value() != (all.size() == 1)) __builtin_trap();
    }
}

/// The scheme as a browser finds it: it passes over blanks and controls, and reads letters in any case.
std::string scheme_of(std::string_view url) {
    std::string scheme;
    for (const char c : url) {
        if (static_cast<unsigned char>(c) <= 0x20) continue;
        if (c == ':') return scheme;
        if (c == '/' || c == '?' || c == '#') return {};
        scheme += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return {};
}

void check_link(std::string_view url) {
    if (konbit::html::is_safe_url(url)) {
        const auto scheme = scheme_of(url);
        for (const auto* bad : {"javascript", "data", "vbscript", "file", "blob"})
            if (scheme == bad) __builtin_trap();
    }
    if (is_local_path(url) && (!url.starts_with('/') || url.substr(1, 1) == "/" || url.substr(1, 1) == "\\"))
        __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_path(text);
    check_query(text);
    check_link(text);
    return 0;
}
