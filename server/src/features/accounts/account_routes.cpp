// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/account_routes.hpp"

#include "db/database.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/session_store.hpp"
#include "features/limits.hpp"
#include "features/permission/policies.hpp"
#include "features/permission/scope_names.hpp"

namespace konbit::accounts {

namespace {

struct Credentials {
    std::string email;
    std::string password;

    static constexpr auto fields() {
        return std::tuple{field("email", &Credentials::email), field("password", &Credentials::password)};
    }
};

/// What the client knows of whoever is signed in.
struct SessionAccount {
    AccountId id{};
    std::string email;
    std::string name;
    std::string language;
    bool is_demo = false;  ///< An invented person.

    static constexpr auto fields() {
        return std::tuple{field("id", &SessionAccount::id), field("email", &SessionAccount::email),
                          field("name", &SessionAccount::name), field("language", &SessionAccount::language),
                          field("is_demo", &SessionAccount::is_demo)};
    }
};

struct SessionGrant {
    Role role = Role::member;
    Scope scope = Scope::platform;
    std::optional<std::string> scope_id;
    std::string scope_name;  ///< Of the cluster, organization or country; empty for the platform.

    static constexpr auto fields() {
        return std::tuple{field("role", &SessionGrant::role), field("scope", &SessionGrant::scope),
                          field("scope_id", &SessionGrant::scope_id),
                          field("scope_name", &SessionGrant::scope_name)};
    }
};

struct CurrentSession {
    std::optional<SessionAccount> account;  ///< Empty when nobody is signed in.
    std::vector<SessionGrant> grants;

    static constexpr auto fields() {
        return std::tuple{field("account", &CurrentSession::account),
                          field("grants", &CurrentSession::grants)};
    }
};

CurrentSession described(App& app, const Account& account, const std::vector<Grant>& grants,
                         std::string_view language) {
    CurrentSession session{
        SessionAccount{account.id, account.email, account.name, account.language, account.is_demo}, {}};
    app.database.read([&](db::Session& db) {
        for (const auto& grant : grants)
            session.grants.push_back(
                {grant.role, grant.scope, grant.scope_id, scope_name(db, grant, language)});
    });
    return session;
}

Result<http::Answer<CurrentSession>> sign_in(App& app, const http::Request& request,
                                             Create<Credentials> credentials) {
    KONBIT_CHECK(app.limits.admit_sign_in(request.client, folded_email(credentials.email)));
    KONBIT_TRY(const OpenedSession opened, open_session(app, credentials.email, credentials.password));
    const auto grants = app.database.read([&](db::Session& db) { return grants_of(db, opened.account.id); });
    http::Answer answer{described(app, opened.account, grants, request.language), {}, true};
    return std::move(answer).with_cookie(
        {"konbit", opened.token, std::chrono::seconds(session_limit_ms / second_ms)}, request.secure);
}

Result<CurrentSession> current(App& app, const http::Request& request, const Viewer& viewer) {
    if (!viewer.account()) return CurrentSession{};
    KONBIT_TRY(const Account account,
               app.database.read([&](db::Session& db) { return find(db, viewer, *viewer.account()); }));
    return described(app, account, viewer.grants(), request.language);
}

Result<http::Response> sign_out(App& app, const http::Request& request, const Viewer&) {
    KONBIT_CHECK(close_session(app, request.cookie("konbit")));
    return http::Response{.status = 204}
        .with("set-cookie", http::forgotten_cookie("konbit", request.secure))
        .with("clear-site-data", "\"cache\"");
}

}  // namespace

std::span<const http::Route<App>> account_routes() {
    using http::route;
    static const std::array all{
        route(http::post, "/api/session", "Signs in with e-mail and password", anyone, sign_in),
        route(http::get, "/api/session", "Who is signed in, with the roles held", anyone, current),
        route(http::remove, "/api/session", "Signs out", anyone, sign_out),
    };
    return all;
}

}  // namespace konbit::accounts
