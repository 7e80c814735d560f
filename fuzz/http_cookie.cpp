// SPDX-License-Identifier: Apache-2.0
// A Cookie header from anybody: a value is found only under its whole name, lies within the header, and holds
// nothing that separates cookies; over https only the prefixed name counts.
#include "http/cookie.hpp"
#include "http/request.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using konbit::http::Request;

bool lies_within(std::string_view part, std::string_view whole) {
    return part.empty() ||
           (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

/// The first cookie of that name, read by cutting at every semicolon and at the first equals sign.
std::string_view reference(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        auto pair = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(header.size(), pair.size() + 1));
        while (pair.starts_with(' ') || pair.starts_with('\t')) pair.remove_prefix(1);
        while (pair.ends_with(' ') || pair.ends_with('\t')) pair.remove_suffix(1);
        const auto equals = pair.find('=');
        if (equals != pair.npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
    }
    return {};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view header(reinterpret_cast<const char*>(data), size);
    for (const std::string_view name : {"konbit", "__Host-konbit", "konbit-answer", "konbit_lang"}) {
        const auto value = konbit::http::cookie_value(header, name);
        if (!lies_within(value, header) || value.find(';') != value.npos) __builtin_trap();
        if (value != reference(header, name)) __builtin_trap();
    }
    Request request;
    request.headers.add("cookie", header);
    for (const bool secure : {false, true}) {
        request.secure = secure;
        const auto stored = request.headers.get("cookie");
        const auto name = konbit::http::cookie_name("konbit", secure);
        if (request.cookie("konbit") != konbit::http::cookie_value(stored, name)) __builtin_trap();
    }
    return 0;
}
