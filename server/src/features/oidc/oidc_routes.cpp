// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/oidc_routes.hpp"

#include "db/database.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/current_session.hpp"
#include "features/accounts/session_store.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/limits.hpp"
#include "features/oidc/arrival.hpp"
#include "features/oidc/identity_store.hpp"
#include "features/oidc/services_file.hpp"
#include "features/people/invitation_store.hpp"
#include "http/cookie.hpp"

namespace konbit::oidc {

namespace {

constexpr std::string_view browser_cookie = "konbit-oidc";

struct Provider {
    std::string id;
    std::string name;

    static constexpr auto fields() {
        return std::tuple{field("id", &Provider::id), field("name", &Provider::name)};
    }
};

struct Providers {
    std::vector<Provider> items;

    static constexpr auto fields() { return std::tuple{field("items", &Providers::items)}; }
};

/// What somebody who is not signed in goes to a provider with.
struct SignInOrder {
    std::string return_to;   ///< Path of the app.
    std::string invitation;  ///< Token of an invitation that is to be accepted; empty for none.

    static constexpr auto fields() {
        return std::tuple{field("return_to", &SignInOrder::return_to).defaulted(),
                          field("invitation", &SignInOrder::invitation).defaulted()};
    }
};

struct Destination {
    std::string url;  ///< Of the provider's sign-in page, for the browser to go to.

    static constexpr auto fields() { return std::tuple{field("url", &Destination::url)}; }
};

/// The provider's answer, as it stands in the address that it sent the browser to.
struct AnswerOfProvider {
    std::string provider;
    std::string state;
    std::string code;
    std::string iss;
    std::string error;

    static constexpr auto fields() {
        return std::tuple{
            field("provider", &AnswerOfProvider::provider),
            field("state", &AnswerOfProvider::state),
            field("code", &AnswerOfProvider::code).defaulted(),
            field("iss", &AnswerOfProvider::iss).defaulted(),
            field("error", &AnswerOfProvider::error).defaulted(),
        };
    }
};

struct ProviderSession {
    CurrentSession session;
    bool is_linked = false;  ///< The account may be entered this way from now on.
    std::string return_to;   ///< Path of the app to go on to.

    static constexpr auto fields() {
        return std::tuple{field("session", &ProviderSession::session),
                          field("is_linked", &ProviderSession::is_linked),
                          field("return_to", &ProviderSession::return_to)};
    }
};

struct Identities {
    std::vector<Identity> items;

    static constexpr auto fields() { return std::tuple{field("items", &Identities::items)}; }
};

Result<Providers> providers(App& app, const Viewer&) {
    KONBIT_TRY(const Services services, services_of(app.config));
    Providers all;
    for (const auto& each : services.providers) all.items.push_back({each.id, each.name});
    return all;
}

/// The browser goes there by itself, with a cookie that only its own pages send back.
http::Answer<Destination> sent_to(const Departure& departure, const http::Request& request) {
    http::Answer<Destination> answer{.value = {departure.url}, .headers = {}, .has_secrets = true};
    const http::Cookie cookie{std::string(browser_cookie), departure.browser.text,
                              std::chrono::seconds(attempt_limit_ms / second_ms), true};
    answer.headers.add("set-cookie", cookie.text(request.secure));
    return answer;
}

Result<http::Answer<Destination>> begin_sign_in(App& app, const std::string& provider,
                                                const http::Request& request, Create<SignInOrder> order) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    Attempt attempt{.return_to = order.return_to.empty() ? "/" : order.return_to};
    if (!order.invitation.empty()) {
        attempt.purpose = AttemptPurpose::invitation;
        KONBIT_TRY(attempt.invitation_id, people::read_invitation(order.invitation, app.keys));
    }
    KONBIT_TRY(const Departure departure, depart(app, provider, std::move(attempt)));
    return sent_to(departure, request);
}

Result<http::Answer<ProviderSession>> finish(App& app, const http::Request& request,
                                             Create<AnswerOfProvider> answer) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    const Returning browser{{std::string(request.cookie(browser_cookie))},
                            request.cookie("konbit"),
                            accounts::visitor_of(request)};
    KONBIT_TRY(const Arrived arrived,
               arrive(app, {answer.provider, answer.state, answer.code, answer.iss, answer.error}, browser));
    http::Answer<ProviderSession> reply{.value = {}, .headers = {}, .has_secrets = true};
    if (!arrived.is_linked) {
        KONBIT_TRY(auto entered, accounts::answer_to(app, arrived.entered, request));
        reply.value.session = std::move(entered.value);
        reply.headers = std::move(entered.headers);
    }
    reply.value.is_linked = arrived.is_linked;
    reply.value.return_to = arrived.return_to;
    reply.headers.add("set-cookie", http::forgotten_cookie(browser_cookie, request.secure));
    return reply;
}

Result<Identities> list_own(App& app, const OwnSessionHolder& by) {
    return Identities{app.database.read([&](db::Session& db) { return list(db, by.viewer()); })};
}

Result<http::Answer<Destination>> begin_link(App& app, const std::string& provider,
                                             const http::Request& request, const Proven& by) {
    KONBIT_TRY(const Departure departure, depart(app, provider,
                                                 {.purpose = AttemptPurpose::link,
                                                  .session_id = by.session(),
                                                  .return_to = "/account/security"}));
    return sent_to(departure, request);
}

Result<http::NoContent> remove_one(App& app, IdentityId identity, const Proven& by) {
    KONBIT_CHECK(remove(app, by, identity));
    return http::NoContent{};
}

}  // namespace

std::span<const http::Route<App>> oidc_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/session/providers", "Services through which one can sign in", anyone,
              providers),
        route(http::post, "/api/session/providers/{provider}",
              "Where a service asks who somebody is, to sign in or to accept an invitation", anyone,
              begin_sign_in),
        route(http::post, "/api/session/provider", "Signs in, or links the service, by what it answered",
              anyone, finish),
        route(http::get, "/api/account/identities", "Services through which the own account is entered",
              in_own_session, list_own),
        route(http::post, "/api/account/identities/{provider}",
              "Where a service asks who somebody is, to enter the own account through it from now on",
              recently_proven, begin_link),
        route(http::remove, "/api/account/identities/{identity_id}", "Unlinks a service from the own account",
              recently_proven, remove_one),
    };
    return all;
}

}  // namespace konbit::oidc
