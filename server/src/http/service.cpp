// SPDX-License-Identifier: Apache-2.0
#include "http/service.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "http/address.hpp"
#include "http/page.hpp"
#include "http/problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <random>

namespace konbit::http {

namespace {

/// Read and thrown away where no route takes a body, so that the answer can be sent on an unbroken
/// connection.
constexpr std::size_t ignored_body_bytes = 64 * 1024;
constexpr std::size_t longest_key = 255;

std::vector<const RouteInfo*> infos(const std::vector<Endpoint>& endpoints) {
    std::vector<const RouteInfo*> routes;
    for (const auto& endpoint : endpoints) routes.push_back(endpoint.info);
    return routes;
}

/// Names a request in logs; not a secret.
std::string new_request_id() {
    thread_local std::mt19937_64 random{std::random_device{}()};
    return fmt::format("{:016x}", random());
}

bool is_key(std::string_view key) {
    return !key.empty() && key.size() <= longest_key &&
           std::ranges::all_of(key, [](char c) { return c > 0x20 && c < 0x7F; });
}

std::string plain_error_page(int status) {
    html::Head head;
    head.title = fmt::format("{} {}", status, reason_phrase(status));
    head.indexed = false;
    return html::document(head, html::el("main", html::el("h1", head.title)));
}

/// Somebody followed a link, and is better served by a page than by a document for programs.
bool meets_people(const Request& request) {
    return !request.path.starts_with("/api/") && request.wants_html();
}

Response replayed(const RouteInfo& route, const Claim& claim) {
    if (claim.record_id.empty() || claim.status == 204) return Response{claim.status, {}, {}, {}, false};
    auto answer = json_text(fmt::format(R"({{"id":"{}"}})", claim.record_id));
    if (claim.status == 201) return detail::created_reply(route, std::move(answer), claim.record_id, {});
    return answer;
}

}  // namespace

Service::Service(std::vector<Endpoint> endpoints, ServiceOptions options)
    : endpoints_(std::move(endpoints)),
      options_(std::move(options)),
      routes_(infos(endpoints_)),
      router_(routes_),
      metrics_(routes_),
      gate_(options_.allowances, options_.actor, options_.counted) {
    answer_ = chain({hardened(options_.hsts_subdomains), compressed(), conditional(), guarded(), limited(),
                     same_origin_only()},
                    [this](Request& request) { return dispatch(request, Stage::answer); });
    admission_ = chain({hardened(options_.hsts_subdomains), guarded(), limited(), same_origin_only()},
                       [this](Request& request) { return dispatch(request, Stage::admission); });
}

std::size_t Service::admit(Request& head) {
    head.id = new_request_id();
    head.secure = head.secure || options_.is_https;
    head.language = preferred_language(head);
    head.match = router_.find(head.method, head.path).match;
    return std::max(ignored_body_bytes, head.match.route ? head.match.route->body_limit : 0);
}

std::optional<Response> Service::refusal(Request& head) {
    const auto started = std::chrono::steady_clock::now();
    auto response = admission_(head);
    if (response.status < 400) return std::nullopt;
    response.headers.add("x-request-id", head.id);
    observe(head, response, started);
    return response;
}

Response Service::answer(Request& request) {
    const auto started = std::chrono::steady_clock::now();
    auto response = answer_(request);
    response.headers.add("x-request-id", request.id);
    observe(request, response, started);
    return response;
}

Response Service::broken(int status, std::string_view reason) {
    const auto started = std::chrono::steady_clock::now();
    Request request;
    request.id = new_request_id();
    auto response = hardened(options_.hsts_subdomains)(
        request, [&](Request& each) { return problem(status, reason, each.id); });
    response.headers.add("x-request-id", request.id);
    observe(request, response, started);
    return response;
}

void Service::observe(const Request& request, const Response& response, Started started) {
    const auto took = std::chrono::steady_clock::now() - started;
    metrics_.record(request.match, response.status, took);
    if (!options_.logs_requests) return;
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    // The path without its query: what people search for is nobody else's business.
    log::info("request", {{"id", request.id},
                          {"method", name_of(request.method)},
                          {"path", request.path},
                          {"route", request.match.route ? request.match.route->path : ""},
                          {"status", response.status},
                          {"us", std::int64_t{us}},
                          {"bytes", view(response.body).size()},
                          {"client", request.client}});
}

Middleware Service::guarded() const {
    return [this](Request& request, const Handler& next) {
        try {
            return next(request);
        } catch (const std::exception& fault) {
            log::error("request failed", {{"id", request.id}, {"what", fault.what()}});
            if (meets_people(request)) return error_page(request, 500, "internal");
            return problem(500, "internal", request.id);
        }
    };
}

Middleware Service::limited() {
    return [this](Request& request, const Handler& next) {
        const auto standing = gate_.admit(request);
        if (!standing) return failed(request, standing.error());
        auto response = next(request);
        tell(*standing, response);
        return response;
    };
}

Response Service::dispatch(Request& request, Stage stage) {
    if (auto own = own_answer(request)) return std::move(*own);
    if (request.match.route) return run(request, endpoints_[request.match.index], stage);
    const bool is_read = request.method == Method::get || request.method == Method::head;
    if (const auto* asset = options_.assets.find(request.path); asset && is_read)
        return asset_response(*asset, request);
    return without_route(request, router_.find(request.method, request.path).allowed);
}

Response Service::without_route(const Request& request, const std::string& allowed) const {
    if (allowed.empty()) return failed(request, {ErrorCode::not_found, "no_such_address", {}, {}});
    if (request.method == Method::options) return Response{204, {}, {}, {}, false}.with("allow", allowed);
    return problem(405, "method_not_allowed", request.id).with("allow", allowed);
}

/// Health and metrics: from memory, whatever the database does.
std::optional<Response> Service::own_answer(const Request& request) const {
    if (request.method != Method::get) return std::nullopt;
    if (request.path == "/healthz")
        return content("ok\n", "text/plain; charset=utf-8").with("cache-control", "no-store");
    if (request.path != "/metrics") return std::nullopt;
    // Behind a proxy that is not configured as trusted everybody would look local.
    const auto address = Address::parse(request.client);
    const bool is_local = address && address->is_loopback() && !request.headers.has("x-forwarded-for");
    const bool has_token =
        !options_.metrics_token.empty() &&
        crypto::equal(request.headers.get("authorization"), "Bearer " + options_.metrics_token);
    if (!is_local && !has_token) return failed(request, {ErrorCode::not_found, "no_such_address", {}, {}});
    return content(metrics_.text(), "text/plain; version=0.0.4").with("cache-control", "no-store");
}

Response Service::run(Request& request, const Endpoint& endpoint, Stage stage) {
    const auto key = request.headers.get("idempotency-key");
    if (stage == Stage::answer && !key.empty() && !is_safe(request.method) && options_.idempotency)
        return run_once(request, endpoint, key);
    auto response = endpoint.run(request, stage);
    return response ? *std::move(response) : failed(request, response.error());
}

Response Service::run_once(Request& request, const Endpoint& endpoint, std::string_view key) {
    if (!is_key(key)) return failed(request, {ErrorCode::malformed, "bad_idempotency_key", {}, {}});
    const auto actor = options_.actor ? options_.actor(request) : std::string();
    if (actor.empty()) {
        auto response = endpoint.run(request, Stage::answer);
        return response ? *std::move(response) : failed(request, response.error());
    }
    // Rights may have been withdrawn since the first time.
    if (auto admitted = endpoint.run(request, Stage::admission); !admitted)
        return failed(request, admitted.error());

    auto& store = *options_.idempotency;
    const auto hash =
        crypto::sha256_hex(fmt::format("{} {}\n{}", name_of(request.method), request.target, request.body));
    const auto claim = store.begin(actor, key, hash);
    if (claim.kind == Claim::Kind::running)
        return failed(request, {ErrorCode::conflict, "request_running", {}, {}});
    if (claim.kind == Claim::Kind::other_body)
        return failed(request, {ErrorCode::invalid, "idempotency_key_reused", {}, {}});
    if (claim.kind == Claim::Kind::replay)
        return replayed(*endpoint.info, claim).with("idempotency-replayed", "true");

    try {
        auto response = endpoint.run(request, Stage::answer);
        if (response && response->status < 300) {
            store.finish(actor, key, response->status, response->record_id);
        } else {
            store.abandon(actor, key);
        }
        return response ? *std::move(response) : failed(request, response.error());
    } catch (const KeyTaken&) {
        store.abandon(actor, key);
        return failed(request, {ErrorCode::conflict, "request_running", {}, {}});
    } catch (...) {
        store.abandon(actor, key);
        throw;
    }
}

Response Service::failed(const Request& request, const Error& error) const {
    auto response = problem(error, request.id);
    if (!meets_people(request)) return response;
    auto shown = error_page(request, response.status, error.reason);
    if (const auto wait = response.headers.get("retry-after"); !wait.empty())
        shown.headers.add("retry-after", wait);
    return shown;
}

Response Service::error_page(const Request& request, int status, std::string_view reason) const {
    auto html = options_.error_page ? options_.error_page(request, status, reason) : plain_error_page(status);
    return page(std::move(html), status);
}

}  // namespace konbit::http
