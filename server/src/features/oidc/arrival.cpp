// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/arrival.hpp"

#include "core/log.hpp"
#include "db/database.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/session_store.hpp"
#include "features/audit/scene.hpp"
#include "features/oidc/identity_store.hpp"
#include "features/oidc/provider_client.hpp"
#include "features/oidc/services_file.hpp"
#include "features/people/invitation_store.hpp"
#include "http/response.hpp"
#include "http/url.hpp"

#include <fmt/core.h>

namespace konbit::oidc {

namespace {

std::unexpected<Error> refused(const ProviderAnswer& answer, std::string_view why) {
    log::warning("sign-in by a provider refused", {{"provider", answer.provider}, {"why", why}});
    return failure(ErrorCode::unauthenticated, "provider_refused");
}

std::string redirect_uri(const App& app, const OidcProvider& provider) {
    return fmt::format("{}/app/sign-in/with/{}", app.config.base_url, provider.id);
}

std::string sign_in_url(const App& app, const OidcProvider& provider, const Endpoints& endpoints,
                        const Begun& begun) {
    return fmt::format(
        "{}{}response_type=code&scope=openid%20email&client_id={}&redirect_uri={}&state={}&nonce={}"
        "&code_challenge={}&code_challenge_method=S256&max_age=0",
        endpoints.authorization, endpoints.authorization.find('?') == std::string::npos ? "?" : "&",
        http::percent_encoded(provider.client_id), http::percent_encoded(redirect_uri(app, provider)),
        begun.state, begun.browser.nonce(), begun.browser.challenge());
}

/// An answer that another provider's page sent here would have us give its code to this one, or the reverse.
bool is_from(const OidcProvider& provider, const Endpoints& endpoints, const ProviderAnswer& answer) {
    return answer.iss.empty() ? !endpoints.names_itself : answer.iss == provider.issuer;
}

/// @return Who the ID token says it is; the reason of an ErrorCode::unauthenticated says what does not fit.
Result<Claims> believed(const App& app, const OidcProvider& provider, const std::string& token,
                        const BrowserSecret& secret) {
    const auto text = parse_signed(token);
    if (!text) return failure(ErrorCode::unauthenticated, "form or algorithm");
    KONBIT_TRY(const SigningKey key, key_for(app, provider, *text));
    if (!verifies(key, *text)) return failure(ErrorCode::unauthenticated, "signature");
    const std::string nonce = secret.nonce();
    return checked_claims(
        text->payload,
        {.issuer = provider.issuer, .client_id = provider.client_id, .nonce = nonce, .now = app.clock.now()});
}

/// The person that the provider vouches for, its answer checked step by step.
Result<Claims> vouched_for(const App& app, const OidcProvider& provider, const ProviderAnswer& answer,
                           const BrowserSecret& secret) {
    KONBIT_TRY(const Endpoints endpoints, endpoints_of(app, provider));
    if (!is_from(provider, endpoints, answer)) return refused(answer, "iss of the answer");
    if (!answer.error.empty()) return failure(ErrorCode::unauthenticated, "provider_declined");
    KONBIT_TRY(const std::string token,
               exchanged(app, provider, {answer.code, secret.verifier(), redirect_uri(app, provider)}));
    auto claims = believed(app, provider, token, secret);
    if (!claims && claims.error().code == ErrorCode::unauthenticated)
        return refused(answer, claims.error().reason);
    return claims;
}

/// A provider lets in by a session of its own whoever sits at the machine: one that asks for two factors
/// vouches for them only where it asked just now.
accounts::Shown shown_to(const OidcProvider& provider, const Claims& claims) {
    return {claims.is_proven ? Freshness::fresh : Freshness::stale,
            provider.asks_two_factors && claims.is_proven};
}

Result<accounts::Entered> come_in(App& app, const OidcProvider& provider, const Claims& claims,
                                  const Returning& browser) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Account account, app.database.write([&](db::Session& db) -> Result<Account> {
        const auto identity = find_by_subject(db, System{}, provider.issuer, claims.subject);
        if (!identity) return failure(ErrorCode::unauthenticated, "identity_unknown");
        mark_used(db, System{}, identity->id, now);
        return accounts::find(db, System::viewer(), identity->account_id);
    }));
    // Both are refused alike; the log knows whose door it was.
    audit::concern(account.id);
    if (account.status != AccountStatus::active)
        return failure(ErrorCode::unauthenticated, "identity_unknown");
    return accounts::enter(app, account, Entrance::provider, browser.visitor, shown_to(provider, claims));
}

/// The session that asked for it is still there: whoever finishes is whoever began.
Result<void> link_to_session(App& app, const OidcProvider& provider, const Claims& claims,
                             const Attempt& attempt, const Returning& browser) {
    const auto session = accounts::signed_in_by(app, browser.session);
    if (!session || session->session != attempt.session_id)
        return failure(ErrorCode::unauthenticated, "provider_refused");
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_TRY(const Account account, accounts::find(db, System::viewer(), session->account));
        return link(db, app, System{}, account, provider, claims, now);
    });
}

/// The account that accepting makes, without a password.
Result<Account> invited_account(const people::OpenInvitation& open, Instant now) {
    // Whoever has an account proves it there first; the link of a mail is not enough to open another way into
    // it.
    if (open.has_account) return failure(ErrorCode::conflict, "invitation_has_account");
    Account account;
    account.id = new_id<AccountId>();
    account.email = open.invitation.email;
    account.name = open.person_name;
    account.language = open.language;
    account.created_at = account.updated_at = now;
    return accounts::checked(std::move(account));
}

Result<accounts::Entered> accept(App& app, const OidcProvider& provider, const Claims& claims,
                                 const Attempt& attempt, const Returning& browser) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Account account, app.database.write([&](db::Session& db) -> Result<Account> {
        KONBIT_TRY(const auto open, people::find_open(db, *attempt.invitation_id, now));
        KONBIT_TRY(Account made, invited_account(open, now));
        KONBIT_CHECK(people::accept(db, *attempt.invitation_id, made, now));
        KONBIT_CHECK(link(db, app, System{}, made, provider, claims, now));
        return made;
    }));
    return accounts::enter(app, account, Entrance::provider, browser.visitor, shown_to(provider, claims));
}

}  // namespace

Result<Departure> depart(App& app, std::string_view id, Attempt attempt) {
    if (!http::is_local_path(attempt.return_to))
        return failure(ErrorCode::invalid, "invalid", {{"/return_to", "not_allowed"}});
    KONBIT_TRY(const OidcProvider provider, find_provider(app.config, id));
    KONBIT_TRY(const Endpoints endpoints, endpoints_of(app, provider));
    const Instant now = app.clock.now();
    attempt.provider_id = provider.id;
    KONBIT_TRY(Begun begun,
               app.database.write([&](db::Session& db) -> Result<Begun> { return begin(db, attempt, now); }));
    return Departure{sign_in_url(app, provider, endpoints, begun), begun.browser};
}

Result<Arrived> arrive(App& app, const ProviderAnswer& answer, const Returning& browser) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const auto attempt, app.database.write([&](db::Session& db) -> Result<std::optional<Attempt>> {
        return take(db, answer.state, browser.secret, now);
    }));
    if (!attempt || attempt->provider_id != answer.provider) return refused(answer, "state");
    KONBIT_TRY(const OidcProvider provider, find_provider(app.config, attempt->provider_id));
    KONBIT_TRY(const Claims claims, vouched_for(app, provider, answer, browser.secret));
    Arrived arrived{.return_to = attempt->return_to};
    if (attempt->purpose == AttemptPurpose::link) {
        KONBIT_CHECK(link_to_session(app, provider, claims, *attempt, browser));
        arrived.is_linked = true;
    } else if (attempt->purpose == AttemptPurpose::invitation) {
        KONBIT_TRY(arrived.entered, accept(app, provider, claims, *attempt, browser));
    } else {
        KONBIT_TRY(arrived.entered, come_in(app, provider, claims, browser));
    }
    return arrived;
}

}  // namespace konbit::oidc
