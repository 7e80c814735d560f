// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/welcome_routes.hpp"

#include "features/accounts/entering.hpp"
#include "features/accounts/password_link.hpp"
#include "features/limits.hpp"
#include "features/pages/form_parts.hpp"
#include "features/permission/policies.hpp"
#include "http/form.hpp"

namespace konbit::accounts {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;
using pages::Words;

struct WelcomeQuery {
    std::string token;

    static constexpr auto fields() { return std::tuple{field("token", &WelcomeQuery::token).defaulted()}; }
};

struct WelcomeForm {
    std::string token;
    std::string password;

    static constexpr auto fields() {
        return std::tuple{field("token", &WelcomeForm::token),
                          field("password", &WelcomeForm::password).defaulted()};
    }
};

pages::Content expired(const Words& words) {
    auto page = pages::form_page("/welcome", words("welcome.expired"),
                                 el("p", cls("k-lead"), words("welcome.expired_text")) +
                                     el("p", el("a", cls("k-button"), href("/app"), words("page.sign_in"))));
    page.status = 404;
    return page;
}

pages::Content form_page(const Words& words, const Account& account, std::string_view token,
                         const pages::FormErrors& errors) {
    const Html who = el("input", cls("k-hidden"), attr("type", "text"), attr("autocomplete", "username"),
                        attr("tabindex", "-1"), attr("aria-hidden", "true"), attr("value", account.email));
    const Html password = pages::text_field(words,
                                            {.name = "password",
                                             .label = words("account.password"),
                                             .hint = words("welcome.password_hint"),
                                             .is_required = true},
                                            errors, "password");
    return pages::form_page(
        "/welcome", words("welcome.title", {{"name", account.name}}),
        el("p", cls("k-lead"), words("welcome.lead", {{"email", account.email}})) +
            el("form", cls("k-form"), attr("method", "post"), attr("action", "/welcome"),
               el("input", attr("type", "hidden"), attr("name", "token"), attr("value", token)), who,
               password, el("button", cls("k-button"), attr("type", "submit"), words("welcome.choose"))));
}

http::Response secret(http::Response response) {
    response.has_secrets = true;
    return response;
}

Result<http::Response> show(App& app, const Viewer&, const http::Request& request,
                            http::Query<WelcomeQuery> query) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    const auto words = pages::words_for(app, request);
    const auto account = account_of_link(app, query.token);
    return secret(pages::page(app, request, words,
                              account ? form_page(words, *account, query.token, {}) : expired(words)));
}

Result<http::Response> choose(App& app, const Viewer&, const http::Request& request, http::FormBody body) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    KONBIT_TRY(const WelcomeForm form, http::read_form<WelcomeForm>(body));
    const auto words = pages::words_for(app, request);
    const auto account = account_of_link(app, form.token);
    if (!account) return secret(pages::page(app, request, words, expired(words)));
    const auto chosen = choose_password(app, form.token, form.password);
    if (!chosen) {
        auto again = form_page(words, *account, form.token, chosen.error().fields);
        again.status = 422;
        return secret(pages::page(app, request, words, std::move(again)));
    }
    KONBIT_TRY(const Entered entered, enter(app, *chosen, Entrance::link, visitor_of(request)));
    http::Response response = http::redirect("/app");
    keep_in_browser(response.headers, entered, request.secure);
    return response;
}

}  // namespace

std::span<const http::Route<App>> welcome_routes() {
    static const std::array all{
        http::route(http::get, "/welcome", "Where somebody who was given an account chooses a password",
                    anyone, show),
        http::route(http::post, "/welcome", "Takes the password and signs in", anyone, choose),
    };
    return all;
}

}  // namespace konbit::accounts
