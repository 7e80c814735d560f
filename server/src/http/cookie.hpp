// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace konbit::http {

/// The name under which a cookie travels: "__Host-" + name over https, so that no other host or plain
/// connection can set it; the bare name over plain http, where browsers refuse that prefix (development).
std::string cookie_name(std::string_view name, bool secure);

/// A cookie for this host only, invisible to scripts. Read back with Request::cookie.
struct Cookie {
    std::string name;
    std::string value;  ///< Letters, digits, "-", "_" and "." only (asserted): tokens, never user text.
    std::chrono::seconds max_age{0};  ///< Zero: until the browser closes.
    bool strict = false;              ///< SameSite=Strict instead of Lax.

    /// The value of Set-Cookie.
    std::string text(bool secure) const;
};

/// The value of Set-Cookie that makes the browser forget a cookie.
std::string forgotten_cookie(std::string_view name, bool secure);

}  // namespace konbit::http
