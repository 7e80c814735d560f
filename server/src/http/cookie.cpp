// SPDX-License-Identifier: Apache-2.0
#include "http/cookie.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace konbit::http {

namespace {

bool is_token(std::string_view value) {
    return std::ranges::all_of(value, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
}

std::string with_attributes(std::string_view name, std::string_view value, std::string_view age, bool strict,
                            bool secure) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite={}{}{}", cookie_name(name, secure), value,
                       strict ? "Strict" : "Lax", age, secure ? "; Secure" : "");
}

}  // namespace

std::string cookie_name(std::string_view name, bool secure) {
    return secure ? "__Host-" + std::string(name) : std::string(name);
}

std::string Cookie::text(bool secure) const {
    assert(is_token(name) && is_token(value));
    const auto age = max_age.count() > 0 ? fmt::format("; Max-Age={}", max_age.count()) : std::string();
    return with_attributes(name, value, age, strict, secure);
}

std::string forgotten_cookie(std::string_view name, bool secure) {
    return with_attributes(name, "", "; Max-Age=0", false, secure);
}

}  // namespace konbit::http
