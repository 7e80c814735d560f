// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "http/application.hpp"
#include "http/assets.hpp"
#include "http/chain.hpp"
#include "http/gate.hpp"
#include "http/idempotency.hpp"
#include "http/metrics.hpp"
#include "http/route.hpp"
#include "http/router.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace konbit::http {

/// A route with its program bound to it.
struct Endpoint {
    const RouteInfo* info;
    std::function<Result<Response>(const Request&, Stage)> run;
};

/// Binds the routes of a slice to the running program. Both must outlive the endpoints.
template <class App>
void add_routes(std::vector<Endpoint>& endpoints, App& app, std::span<const Route<App>> routes) {
    for (const auto& route : routes)
        endpoints.push_back({&route, [&app, &route](const Request& request, Stage stage) {
                                 return route.run(route, app, request, stage);
                             }});
}

/// What a service needs beside its routes. Everything may be left out.
struct ServiceOptions {
    Assets assets{};
    IdempotencyStore* idempotency = nullptr;  ///< Null: Idempotency-Key is ignored.
    /// Names the signed-in account or answer session of a request, for Idempotency-Keys and limits; empty
    /// when there is none. Asked only when needed.
    std::function<std::string(const Request&)> actor{};
    /// The page for an error that somebody meets who follows a link. Default: a plain one.
    std::function<std::string(const Request&, int status, std::string_view reason)> error_page{};
    Allowances allowances{};
    std::function<Counted(const RouteInfo&)> counted{};  ///< What a route counts as beside a request.
    std::string metrics_token{};   ///< Admits to /metrics from elsewhere; empty: loopback only.
    bool is_https = false;         ///< Users reach the service by https, whatever the proxy says.
    bool hsts_subdomains = false;  ///< HSTS says so of every name below the host as well.
    bool logs_requests = true;
};

/// Routes with everything around them. The order for each request: rate limits, same origin, path, method,
/// policy, Idempotency-Key, If-Match, media type, query and body, handler; then entity tag, compression and
/// security headers. /healthz and /metrics are answered here, from memory.
class Service final : public Application {
  public:
    /// @throws std::logic_error  When two endpoints have one method and path.
    explicit Service(std::vector<Endpoint> endpoints, ServiceOptions options = {});

    std::size_t admit(Request& head) override;
    std::optional<Response> refusal(Request& head) override;
    Response answer(Request& request) override;
    Response broken(int status, std::string_view reason) override;

    std::span<const RouteInfo* const> routes() const { return routes_; }

  private:
    using Started = std::chrono::steady_clock::time_point;

    Response dispatch(Request& request, Stage stage);
    Response run(Request& request, const Endpoint& endpoint, Stage stage);
    Response run_once(Request& request, const Endpoint& endpoint, std::string_view key);
    Response without_route(const Request& request, const std::string& allowed) const;
    std::optional<Response> own_answer(const Request& request) const;
    Response failed(const Request& request, const Error& error) const;
    Response error_page(const Request& request, int status, std::string_view reason) const;
    Middleware guarded() const;
    Middleware limited();
    void observe(const Request& request, const Response& response, Started started);

    std::vector<Endpoint> endpoints_;
    ServiceOptions options_;
    std::vector<const RouteInfo*> routes_;
    Router router_;
    Metrics metrics_;
    Gate gate_;
    Handler answer_;
    Handler admission_;
};

}  // namespace konbit::http
