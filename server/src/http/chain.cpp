// SPDX-License-Identifier: Apache-2.0
#include "http/chain.hpp"

#include "http/compress.hpp"
#include "http/problem.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>

namespace konbit::http {

namespace {

constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src "
    "'self'; "
    "font-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'; require-trusted-types-for 'script'; "
    "trusted-types svelte-trusted-html konbit-worker";

using Rule = std::pair<std::string_view, std::string_view>;

constexpr auto of_documents = std::to_array<Rule>({
    {"content-security-policy", content_security_policy},
    {"x-content-type-options", "nosniff"},
    {"x-frame-options", "DENY"},
    {"referrer-policy", "same-origin"},
    {"cross-origin-opener-policy", "same-origin"},
    {"cross-origin-resource-policy", "same-origin"},
    {"permissions-policy", "camera=(), microphone=(), geolocation=(self)"},
});

/// What no browser opens as a page needs fewer words; a phone pays for each of them at every tap.
constexpr auto of_data = std::to_array<Rule>({
    {"content-security-policy", "default-src 'none'; frame-ancestors 'none'"},
    {"x-content-type-options", "nosniff"},
    {"cross-origin-resource-policy", "same-origin"},
});

constexpr std::string_view one_year_of_https = "max-age=31536000";
constexpr std::string_view one_year_below_too = "max-age=31536000; includeSubDomains";

bool is_text(std::string_view media_type) {
    return media_type.starts_with("text/") || media_type.starts_with("application/json") ||
           media_type.starts_with("application/problem+json") || media_type.starts_with("application/xml") ||
           media_type.starts_with("image/svg");
}

/// Answers of the API, and files whose name holds their hash: modules, styles, fonts.
bool is_data(const Response& response) {
    const auto type = response.headers.get("content-type");
    return response.status == 204 || type.starts_with("application/json") ||
           type.starts_with("application/problem+json") ||
           response.headers.get("cache-control").ends_with("immutable");
}

/// The host and port of an origin: "https://konbit.example" gives "konbit.example".
std::string_view host_of(std::string_view origin) {
    const auto scheme_end = origin.find("://");
    return scheme_end == origin.npos ? std::string_view{} : origin.substr(scheme_end + 3);
}

bool is_from_here(const Request& request) {
    const auto site = request.headers.get("sec-fetch-site");
    if (!site.empty()) return site == "same-origin" || site == "none";
    if (!request.headers.has("origin")) return true;
    const auto origin = request.headers.get("origin");
    if (request.secure && !origin.starts_with("https://")) return false;
    // Whole hosts are compared, never their ends: evil-konbit.example ends like konbit.example.
    return same_ignoring_case(host_of(origin), request.headers.get("host"));
}

}  // namespace

Handler chain(std::initializer_list<Middleware> middlewares, Handler innermost) {
    auto handler = std::move(innermost);
    for (auto each = std::rbegin(middlewares); each != std::rend(middlewares); ++each)
        handler = [middleware = *each, next = std::move(handler)](Request& request) {
            return middleware(request, next);
        };
    return handler;
}

Middleware hardened(bool with_subdomains) {
    return [with_subdomains](Request& request, const Handler& next) {
        auto response = next(request);
        // A policy of its own also says who may frame the response; the older header knows only all or none.
        const bool has_own_policy = response.headers.has("content-security-policy");
        const std::span rules =
            is_data(response) ? std::span<const Rule>(of_data) : std::span<const Rule>(of_documents);
        for (const auto& [name, value] : rules) {
            const bool is_replaced = has_own_policy && name == "x-frame-options";
            if (!is_replaced && !response.headers.has(name)) response.headers.add(name, value);
        }
        if (request.secure)
            response.headers.set("strict-transport-security",
                                 with_subdomains ? one_year_below_too : one_year_of_https);
        if (response.has_secrets) response.headers.set("cache-control", "no-store");
        return response;
    };
}

Middleware conditional() {
    return [](Request& request, const Handler& next) {
        auto response = next(request);
        const bool is_read = request.method == Method::get || request.method == Method::head;
        if (!is_read || response.status != 200 || response.has_secrets) return response;
        if (!response.headers.has("vary"))
            response.headers.add("vary", "Accept-Encoding, Accept-Language, Cookie");
        if (!response.headers.has("etag")) response.headers.add("etag", weak_etag(view(response.body)));
        if (!etag_matches(request.headers.get("if-none-match"), response.headers.get("etag")))
            return response;
        response.status = 304;
        response.body = std::string_view{};
        return response;
    };
}

Middleware compressed() {
    return [](Request& request, const Handler& next) {
        auto response = next(request);
        const auto body = view(response.body);
        if (response.has_secrets || body.size() < worth_compressing_bytes ||
            response.headers.has("content-encoding") || !is_text(response.headers.get("content-type")) ||
            !request.accepts_encoding("gzip"))
            return response;
        response.body = gzip(body);
        response.headers.add("content-encoding", "gzip");
        return response;
    };
}

Middleware same_origin_only() {
    return [](Request& request, const Handler& next) {
        if (is_safe(request.method) || is_from_here(request)) return next(request);
        return problem(403, "cross_site", request.id);
    };
}

}  // namespace konbit::http
