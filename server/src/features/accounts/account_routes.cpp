// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/account_routes.hpp"

#include "db/database.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/current_session.hpp"
#include "features/accounts/session_store.hpp"
#include "features/limits.hpp"
#include "features/permission/policies.hpp"

namespace konbit::accounts {

namespace {

struct Credentials {
    std::string email;
    std::string password;

    static constexpr auto fields() {
        return std::tuple{field("email", &Credentials::email), field("password", &Credentials::password)};
    }
};

struct SignInCode {
    std::string ticket;  ///< As the first step answered it.
    std::string code;    ///< Of the app, or a recovery code.

    static constexpr auto fields() {
        return std::tuple{field("ticket", &SignInCode::ticket), field("code", &SignInCode::code)};
    }
};

struct SignInLink {
    std::string token;  ///< What stands behind `#` in the address.

    static constexpr auto fields() { return std::tuple{field("token", &SignInLink::token)}; }
};

using Reply = Result<http::Answer<CurrentSession>>;

Reply sign_in(App& app, const http::Request& request, Create<Credentials> credentials) {
    KONBIT_CHECK(app.limits.admit_sign_in(request.client, folded_email(credentials.email)));
    KONBIT_TRY(const Account account, prove_password(app, credentials.email, credentials.password));
    KONBIT_TRY(const Entered entered, enter(app, account, Entrance::password, visitor_of(request)));
    return answer_to(app, entered, request);
}

Reply send_code(App& app, const http::Request& request, Create<SignInCode> code) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    KONBIT_TRY(const Entered entered, enter_with_code(app, code.ticket, code.code, visitor_of(request)));
    return answer_to(app, entered, request);
}

/// Asked for by a button: what only reads the address, such as a scanner of mail, uses nothing up.
Reply open_link(App& app, const http::Request& request, Create<SignInLink> link) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    KONBIT_TRY(const Entered entered, enter_by_link(app, link.token, visitor_of(request)));
    return answer_to(app, entered, request);
}

Result<CurrentSession> current(App& app, const http::Request& request, const Viewer&) {
    const auto by = signed_in_by(app, request.cookie("konbit"));
    if (!by) return CurrentSession{};
    return described(app, *by, request.language);
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
        route(http::post, "/api/session/code", "Signs in with the code that is asked for beside the password",
              anyone, send_code),
        route(http::post, "/api/session/link", "Signs in with a mailed link", anyone, open_link),
        route(http::get, "/api/session", "Who is signed in, with the roles held", anyone, current),
        route(http::remove, "/api/session", "Signs out", anyone, sign_out),
    };
    return all;
}

}  // namespace konbit::accounts
