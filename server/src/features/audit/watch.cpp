// SPDX-License-Identifier: Apache-2.0
#include "features/audit/watch.hpp"

#include "features/audit/scene.hpp"
#include "features/audit/traces.hpp"
#include "json/writer.hpp"

#include <algorithm>

namespace konbit::audit {

namespace {

using http::Stage;

/// Reasons are codes; what is none was meant for an operator's eyes.
std::string code_of(std::string_view reason) {
    const bool is_code =
        reason.size() <= 60 && std::ranges::all_of(reason, [](char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
        });
    return is_code ? std::string(reason) : std::string();
}

std::size_t count_holes(std::string_view path) {
    return static_cast<std::size_t>(std::ranges::count(path, '{'));
}

/// From where members answer is nobody's business.
std::string address_of(const http::RouteInfo& route, const http::Request& request) {
    const bool is_answering = route.path.starts_with("/api/answer") || route.path.starts_with("/api/rights");
    return is_answering ? std::string() : network_of(request.client);
}

/// One use of a route.
class Use {
  public:
    Use(const http::Endpoint& endpoint, const Trace& trace, const http::Request& request, Trail& trail,
        const Clock& clock)
        : endpoint_(endpoint),
          trace_(trace),
          request_(request),
          trail_(trail),
          clock_(clock),
          scene_(trail.node(), name_of_route(*endpoint.info), address_of(*endpoint.info, request)) {}

    Result<http::Response> run(Stage stage) {
        try {
            auto response = endpoint_.run(request_, stage);
            if (!response)
                refused(response.error());
            else if (stage == Stage::answer && response->status < 400)
                return done(*std::move(response));
            return response;
        } catch (...) {
            if (scene_.account() && trace_.action) trail_.tell(entry(AuditOutcome::failed));
            throw;
        }
    }

  private:
    Result<http::Response> done(http::Response response) {
        if (!scene_.account()) return response;
        count();
        // Who came in is noted in the transaction that opens the session.
        if (!trace_.action || trace_.is_entrance) return response;
        AuditEntry told = entry(AuditOutcome::done);
        if (!response.record_id.empty()) told.object_id = response.record_id;
        if (!trace_.is_awaited)
            trail_.tell(std::move(told));
        else
            KONBIT_CHECK(trail_.keep(std::move(told)));
        return response;
    }

    void refused(const Error& error) {
        if (!scene_.account() && !trace_.is_entrance) return;
        if (!is_denial(error)) return;
        AuditEntry told = entry(AuditOutcome::refused);
        told.reason = code_of(error.reason);
        if (!told.account_id && scene_.concerned()) {
            told.object_kind = "account";
            told.object_id = scene_.concerned()->str();
        }
        trail_.tell(std::move(told));
    }

    bool is_denial(const Error& error) const {
        switch (error.code) {
            case ErrorCode::unauthenticated:
            case ErrorCode::forbidden:
                return true;
            case ErrorCode::too_many_requests:
            case ErrorCode::invalid:
                return trace_.is_entrance;
            case ErrorCode::not_found:
                return is_hidden();
            default:
                return false;
        }
    }

    /// Whether the policy says that it is not there: it is asked once more, as a handler says so too.
    bool is_hidden() const {
        const Scene unseen(trail_.node(), {});
        const auto admitted = endpoint_.run(request_, Stage::admission);
        return !admitted && admitted.error().code == ErrorCode::not_found;
    }

    void count() {
        const Named named = this->named();
        const auto& record = named.cluster ? named.cluster : named.wave;
        if (trace_.page && record)
            trail_.count({*scene_.account(), scene_.grants(), *record, *trace_.page, clock_.now()});
    }

    Named named() const {
        const auto& holes = request_.match.holes;
        const auto count = std::min(count_holes(endpoint_.info->path), holes.size());
        return named_in(endpoint_.info->path, std::span(holes).first(count));
    }

    AuditEntry entry(AuditOutcome outcome) const {
        const Named named = this->named();
        AuditEntry told = scene_.entry(trace_.action.value_or(AuditAction::read), clock_.now());
        told.outcome = outcome;
        told.object_kind = named.kind;
        told.object_id = named.id;
        told.on_behalf_of = named.respondent;
        if (const Grant* grant = ground(scene_.grants(), endpoint_.info->roles, named)) {
            told.role = grant->role;
            told.scope = grant->scope;
            told.scope_id = grant->scope_id;
            if (grant->held_for) told.changes = means_of_deputy(*grant->held_for);
        }
        return told;
    }

    /// Whoever stands in acts by a role of somebody else.
    std::string means_of_deputy(const AccountId& held_for) const {
        auto means = scene_.means();
        means.push_back({"held_for", "", held_for.str()});
        return json::text_of(means);
    }

    const http::Endpoint& endpoint_;
    const Trace& trace_;
    const http::Request& request_;
    Trail& trail_;
    const Clock& clock_;
    Scene scene_;
};

}  // namespace

std::vector<http::Endpoint> watched(std::vector<http::Endpoint> endpoints, Trail& trail, const Clock& clock) {
    for (auto& endpoint : endpoints) {
        const Trace trace = trace_of(*endpoint.info);
        endpoint.run = [inner = endpoint, trace, &trail, &clock](const http::Request& request, Stage stage) {
            return Use(inner, trace, request, trail, clock).run(stage);
        };
    }
    return endpoints;
}

}  // namespace konbit::audit
