// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/account_rules.hpp"
#include "features/accounts/email_change.hpp"
#include "features/accounts/entrance_routes.hpp"
#include "features/accounts/password_change.hpp"
#include "features/limits.hpp"
#include "features/permission/policies.hpp"

namespace konbit::accounts {

namespace {

struct MailedTo {
    std::string email;

    static constexpr auto fields() { return std::tuple{field("email", &MailedTo::email)}; }
};

struct PasswordReset {
    std::string token;  ///< What stands behind `#` in the address.
    std::string password;

    static constexpr auto fields() {
        return std::tuple{field("token", &PasswordReset::token), field("password", &PasswordReset::password)};
    }
};

struct EmailLink {
    std::string token;  ///< What stands behind `#` in the address.

    static constexpr auto fields() { return std::tuple{field("token", &EmailLink::token)}; }
};

template <class Act>
Result<http::NoContent> by_mailed_link(App& app, const http::Request& request, const Act& act) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    KONBIT_CHECK(act());
    return http::NoContent{};
}

Result<http::NoContent> ask_link(App& app, const http::Request& request, Create<MailedTo> to) {
    KONBIT_CHECK(app.limits.admit_account_mail(request.client, folded_email(to.email)));
    KONBIT_CHECK(mail_sign_in_link(app, to.email));
    return http::NoContent{};
}

Result<http::NoContent> ask_reset(App& app, const http::Request& request, Create<MailedTo> to) {
    KONBIT_CHECK(app.limits.admit_account_mail(request.client, folded_email(to.email)));
    KONBIT_CHECK(mail_reset(app, to.email));
    return http::NoContent{};
}

Result<http::NoContent> reset(App& app, const http::Request& request, Create<PasswordReset> reset) {
    return by_mailed_link(app, request, [&] { return reset_password(app, reset.token, reset.password); });
}

Result<http::NoContent> confirm(App& app, const http::Request& request, Create<EmailLink> link) {
    return by_mailed_link(app, request, [&] { return confirm_email(app, link.token); });
}

Result<http::NoContent> undo(App& app, const http::Request& request, Create<EmailLink> link) {
    return by_mailed_link(app, request, [&] { return undo_email(app, link.token); });
}

}  // namespace

std::span<const http::Route<App>> recovery_routes() {
    using http::route;
    static const std::array all{
        route(http::post, "/api/sign_in_links", "Mails a link that signs in, if the address has an account",
              anyone, ask_link),
        route(http::post, "/api/password_resets",
              "Mails a link to choose a new password, if the address has an account", anyone, ask_reset),
        route(http::post, "/api/password_resets/use", "Sets a new password by a mailed link", anyone, reset),
        route(http::post, "/api/email_changes/confirm", "Confirms a new address by the link mailed there",
              anyone, confirm),
        route(http::post, "/api/email_changes/undo",
              "Gives an account its former address back, by the link mailed there", anyone, undo),
    };
    return all;
}

}  // namespace konbit::accounts
