// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"
#include "http/headers.hpp"
#include "http/url.hpp"

#include <array>
#include <string>
#include <string_view>

namespace konbit::http {

enum class Method { get, head, post, put, patch, remove, options };
constexpr auto names(Method) {
    return std::to_array<std::string_view>({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"});
}

/// True for methods that change nothing: GET, HEAD, OPTIONS.
constexpr bool is_safe(Method method) {
    return method == Method::get || method == Method::head || method == Method::options;
}

/// Languages in which the server has texts; the first is the fallback.
inline constexpr auto known_languages = std::to_array<std::string_view>({"en", "es", "fr"});

struct RouteInfo;

/// The route that a request met, and the texts at the holes of its path.
struct RouteMatch {
    const RouteInfo* route = nullptr;  ///< Null when no route has this path and method.
    std::size_t index = 0;             ///< Its place in the table.
    std::array<std::string_view, 6> holes{};
};

/// One request as a handler sees it: decoded, checked against the limits, without any type of the HTTP
/// library.
struct Request {
    Method method = Method::get;
    std::string target;  ///< As sent: path and query.
    std::string path;    ///< Decoded, begins with "/".
    Parameters query;
    Headers headers;
    std::string body;
    std::string client;   ///< Address of the user; forwarded ones are believed only from configured proxies.
    bool secure = false;  ///< The user's connection is https, here or at the proxy.
    std::string id;       ///< Names this request in the log, in X-Request-Id and in problem documents.
    std::string_view language = known_languages.front();  ///< One of known_languages.
    RouteMatch match;

    /// The value of a cookie set by `Cookie` (http/cookie.hpp) with that base name, or an empty text.
    std::string_view cookie(std::string_view name) const;
    /// True when the Accept header prefers a page over JSON: what a browser sends when somebody follows a
    /// link.
    bool wants_html() const;
    /// True when the client takes this content coding ("br", "gzip") with a quality above zero.
    bool accepts_encoding(std::string_view coding) const;
};

/// The language for a request: query `lang`, then cookie `konbit_lang`, then Accept-Language by quality, then
/// the fallback. Unknown ones are passed over.
std::string_view preferred_language(const Request& request);

/// The value that a cookie header gives to exactly this name, or an empty text.
std::string_view cookie_value(std::string_view header, std::string_view name);

}  // namespace konbit::http
