// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/cookie.hpp"
#include "http/headers.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace konbit::http {

/// Bytes of a response: owned, or a view of something that lives as long as the process (an embedded asset).
using Bytes = std::variant<std::string, std::string_view>;

inline std::string_view view(const Bytes& bytes) {
    return std::visit([](const auto& text) { return std::string_view(text); }, bytes);
}

/// One answer. Content-Length, Date, X-Request-Id and the security headers are added by the chain and the
/// server.
struct Response {
    int status = 200;
    Headers headers;
    Bytes body;
    std::string record_id;  ///< Id of the record that the request made, for replays of its Idempotency-Key.
    bool has_secrets = false;  ///< Never compressed (BREACH) nor kept by any cache.

    Response&& with(std::string_view name, std::string_view value) && {
        headers.add(name, value);
        return std::move(*this);
    }
    Response&& with_cookie(const Cookie& cookie, bool secure) && {
        return std::move(*this).with("set-cookie", cookie.text(secure));
    }
};

/// A response with a body of that media type.
Response content(std::string body, std::string_view media_type, int status = 200);
/// A page (text/html) that caches must check again each time.
Response page(std::string html, int status = 200);
/// Rendered JSON.
Response json_text(std::string json, int status = 200);
/// A file that the browser saves under `file_name` instead of showing it. Any name is safe (RFC 6266).
Response download(std::string bytes, std::string_view media_type, std::string_view file_name);
/// Sends the browser elsewhere: 303 after a form, 301/308 for moved addresses. Only to a path of this host
/// (asserted: begins with one "/"), so that no parameter can make it an open redirect.
Response redirect(std::string_view path, int status = 303);
/// True for a path that `redirect` takes: absolute, on this host, without control characters.
bool is_local_path(std::string_view path);

/// The standard phrase of a status ("Not Found"), or an empty text.
std::string_view reason_phrase(int status);

/// A weak entity tag from the bytes of a representation: W/"1f00c2…". Not against forgery.
std::string weak_etag(std::string_view bytes);
/// True when an If-None-Match header names this tag or "*" (weak comparison, RFC 9110 8.8.3.2).
bool etag_matches(std::string_view if_none_match, std::string_view etag);

}  // namespace konbit::http
