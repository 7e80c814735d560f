// SPDX-License-Identifier: Apache-2.0
#include "http/response.hpp"

#include "http/url.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <functional>

namespace konbit::http {

namespace {

/// The tag without its W/ prefix and surrounding blanks.
std::string_view opaque_tag(std::string_view tag) {
    while (!tag.empty() && tag.front() == ' ') tag.remove_prefix(1);
    while (!tag.empty() && tag.back() == ' ') tag.remove_suffix(1);
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    return tag;
}

/// Old clients read only `filename`: quotes, backslashes and everything that is not plain ASCII become "_".
std::string ascii_name(std::string_view name) {
    std::string plain(name);
    std::ranges::replace_if(
        plain, [](char c) { return c < 0x20 || c > 0x7E || c == '"' || c == '\\' || c == '/' || c == '%'; },
        '_');
    return plain;
}

}  // namespace

Response content(std::string body, std::string_view media_type, int status) {
    Response response{status, {}, std::move(body), {}, false};
    response.headers.add("content-type", media_type);
    return response;
}

Response page(std::string html, int status) {
    return content(std::move(html), "text/html; charset=utf-8", status)
        .with("cache-control", "private, no-cache");
}

Response json_text(std::string json, int status) {
    return content(std::move(json), "application/json", status).with("cache-control", "private, no-cache");
}

Response download(std::string bytes, std::string_view media_type, std::string_view file_name) {
    return content(std::move(bytes), media_type)
        .with("content-disposition", fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}",
                                                 ascii_name(file_name), percent_encoded(file_name)))
        .with("cache-control", "private, no-store");
}

bool is_local_path(std::string_view path) {
    // Browsers read "\" as "/": "/\evil.example" would leave this host.
    return path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\") &&
           std::ranges::none_of(path,
                                [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; });
}

Response redirect(std::string_view path, int status) {
    assert(is_local_path(path));
    Response response;
    response.status = status;
    // A release does not assert: what leads elsewhere leads home.
    response.headers.add("location", is_local_path(path) ? path : "/");
    return response;
}

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 408:
            return "Request Timeout";
        case 409:
            return "Conflict";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 415:
            return "Unsupported Media Type";
        case 421:
            return "Misdirected Request";
        case 422:
            return "Unprocessable Content";
        case 428:
            return "Precondition Required";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        case 507:
            return "Insufficient Storage";
        default:
            return "";
    }
}

std::string weak_etag(std::string_view bytes) {
    return fmt::format("W/\"{:016x}\"", std::hash<std::string_view>{}(bytes));
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
    while (!if_none_match.empty()) {
        const auto entry = if_none_match.substr(0, if_none_match.find(','));
        if_none_match.remove_prefix(std::min(if_none_match.size(), entry.size() + 1));
        const auto tag = opaque_tag(entry);
        if (tag == "*" || (!tag.empty() && tag == opaque_tag(etag))) return true;
    }
    return false;
}

}  // namespace konbit::http
