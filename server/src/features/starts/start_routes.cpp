// SPDX-License-Identifier: Apache-2.0
#include "features/starts/start_routes.hpp"

#include "core/text.hpp"
#include "db/database.hpp"
#include "features/accounts/password_link.hpp"
#include "features/limits.hpp"
#include "features/mail/outbox.hpp"
#include "features/permission/policies.hpp"
#include "features/starts/start_mail.hpp"
#include "features/starts/start_page.hpp"
#include "features/starts/start_rules.hpp"
#include "http/form.hpp"

namespace konbit {

namespace {

using starts::StartForm;

/// Suggestions under the field; whoever is not among them is typed.
constexpr int most_suggestions = 300;

struct TokenForm {
    std::string token;

    static constexpr auto fields() { return std::tuple{field("token", &TokenForm::token).defaulted()}; }
};

std::vector<starts::Supporter> supporters(App& app) {
    return app.database.read(
        [](db::Session& session) { return starts::list_supporters(session, most_suggestions); });
}

http::Response form_with(App& app, const http::Request& request, const StartForm& form,
                         const pages::FormErrors& errors) {
    const auto words = pages::words_for(app, request);
    auto content = starts::start_page(words, form, supporters(app), errors);
    if (!errors.empty()) content.status = 422;
    return pages::page(app, request, words, std::move(content));
}

Result<http::Response> ask(App& app, const Viewer&, const http::Request& request) {
    return form_with(app, request, {}, {});
}

/// The organization that was named, by its name.
Result<std::optional<OrganizationId>> named(App& app, const StartForm& form) {
    const auto name = text::trim(form.organization);
    if (name.empty()) return std::optional<OrganizationId>();
    const auto found = app.database.read(
        [&](db::Session& session) { return starts::find_supporter(session, name, form.country_code); });
    if (!found) return failure(ErrorCode::invalid, "invalid", {{"/organization", "unknown_supporter", {}}});
    return std::optional(found->id);
}

StartRequest request_of(const StartForm& form, std::string_view language) {
    StartRequest start;
    start.person_name = form.person_name;
    start.email = form.email;
    start.language = language;
    start.name = form.name;
    start.country_code = form.country_code;
    if (!form.sector.empty()) start.sector = form.sector;
    if (!text::trim(form.purpose).empty()) start.purpose = Localized{{{std::string(language), form.purpose}}};
    return start;
}

Result<StartRequest> read_request(App& app, const StartForm& form, std::string_view language) {
    auto valid = checked(request_of(form, language));
    const auto organization = named(app, form);
    if (organization && valid) {
        valid->organization_id = *organization;
        return valid;
    }
    Error wrong = valid ? organization.error() : valid.error();
    if (!valid && !organization) wrong.fields.push_back(organization.error().fields.front());
    return std::unexpected(std::move(wrong));
}

Result<void> keep(App& app, const StartRequest& start) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<void> {
        if (const auto kept = starts::insert(session, start, now))
            KONBIT_CHECK(mail::queue_mail(session, app.keys, starts::prove_mail(app, *kept), now));
        return {};
    });
}

Result<http::Response> take(App& app, const Viewer&, const http::Request& request, http::FormBody body) {
    KONBIT_CHECK(app.limits.admit_public_form(request.client));
    KONBIT_TRY(const StartForm form, http::read_form<StartForm>(body));
    if (form.homepage.empty()) {
        const auto start = read_request(app, form, request.language);
        if (!start) return form_with(app, request, form, start.error().fields);
        KONBIT_CHECK(keep(app, *start));
    }
    const auto words = pages::words_for(app, request);
    return pages::page(app, request, words, starts::mailed_page(words, form));
}

http::Response secret(http::Response response) {
    response.has_secrets = true;
    return response;
}

Result<http::Response> ask_proof(App& app, const Viewer&, const http::Request& request,
                                 http::Query<TokenForm> query) {
    const auto words = pages::words_for(app, request);
    return secret(pages::page(app, request, words,
                              starts::start_of(app, query.token) ? starts::prove_page(words, query.token)
                                                                 : starts::expired_page(words)));
}

/// Who has a password signs in; who has none chooses one and is signed in by that.
http::Response way_in(App& app, const http::Request& request, const starts::Begun& begun, Instant now) {
    const auto words = pages::words_for(app, request);
    if (begun.account.password_hash)
        return pages::page(app, request, words, starts::started_page(words, begun.cluster_id));
    const auto link = accounts::password_link(app, begun.account, now);
    return http::redirect(link.substr(app.config.base_url.size()));
}

Result<http::Response> take_proof(App& app, const Viewer&, const http::Request& request,
                                  http::FormBody body) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    KONBIT_TRY(const TokenForm form, http::read_form<TokenForm>(body));
    const auto id = starts::start_of(app, form.token);
    const Instant now = app.clock.now();
    const auto begun =
        id ? app.database.write([&](db::Session& session) { return starts::prove(session, app, *id, now); })
           : Result<starts::Begun>(failure(ErrorCode::not_found, "start"));
    if (begun) return secret(way_in(app, request, *begun, now));
    if (begun.error().code != ErrorCode::not_found) return std::unexpected(begun.error());
    const auto words = pages::words_for(app, request);
    return pages::page(app, request, words, starts::expired_page(words));
}

}  // namespace

std::span<const http::Route<App>> start_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/start", "The form in which anybody starts a cluster", anyone, ask),
        http::route(post, "/start", "Keeps the form and mails a link to its address", anyone, take),
        http::route(get, "/start/prove", "Where the mailed link leads", anyone, ask_proof),
        http::route(post, "/start/prove", "Makes the account and the draft, and asks for its backing", anyone,
                    take_proof),
    };
    return all;
}

}  // namespace konbit
