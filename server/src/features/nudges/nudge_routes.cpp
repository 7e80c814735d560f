// SPDX-License-Identifier: Apache-2.0
#include "features/nudges/nudge_routes.hpp"

#include "db/database.hpp"
#include "features/desk/directory_record.hpp"
#include "features/limits.hpp"
#include "features/nudges/nudge.hpp"
#include "features/pages/form_parts.hpp"
#include "features/permission/policies.hpp"
#include "http/form.hpp"

namespace konbit {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;
using pages::Words;

struct ConfirmForm {
    std::string token;

    static constexpr auto fields() { return std::tuple{field("token", &ConfirmForm::token).defaulted()}; }
};

pages::Content expired(const Words& words) {
    auto page = pages::form_page("/confirm", words("welcome.expired"),
                                 el("p", cls("k-lead"), words("confirm.expired_text")) +
                                     el("p", el("a", cls("k-button"), href("/app"), words("page.sign_in"))));
    page.status = 404;
    return page;
}

/// Only what its public page shows: whoever holds the link need not be signed in.
Html about(App& app, const nudges::Link& link, const Viewer& viewer) {
    const auto record = app.database.read(
        [&](db::Session& session) { return desk::find_record(session, viewer, link.kind, link.record_id); });
    if (!record) return {};
    return el("p", cls("k-lead"), el("a", href(desk::page_of(*record)), record->name));
}

pages::Content question(App& app, const Words& words, const nudges::Link& link, const Viewer& viewer,
                        std::string_view token) {
    return pages::form_page(
        "/confirm", words("confirm.title"),
        about(app, link, viewer) + el("p", words("confirm.lead")) +
            el("form", cls("k-form"), attr("method", "post"), attr("action", "/confirm"),
               el("input", attr("type", "hidden"), attr("name", "token"), attr("value", token)),
               el("button", cls("k-button"), attr("type", "submit"), words("confirm.button"))) +
            el("p", el("a", href("/app"), words("confirm.change"))));
}

Result<http::Response> show(App& app, const Viewer& viewer, const http::Request& request,
                            http::Query<ConfirmForm> query) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    const auto words = pages::words_for(app, request);
    const auto link = nudges::link_of(app, query.token);
    auto response = pages::page(app, request, words,
                                link ? question(app, words, *link, viewer, query.token) : expired(words));
    response.has_secrets = true;
    return response;
}

Result<http::Response> take(App& app, const Viewer&, const http::Request& request, http::FormBody body) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    KONBIT_TRY(const ConfirmForm form, http::read_form<ConfirmForm>(body));
    const auto words = pages::words_for(app, request);
    const auto link = nudges::link_of(app, form.token);
    const Instant now = app.clock.now();
    const bool is_confirmed = link && app.database.write([&](db::Session& session) {
        return nudges::confirm(session, *link, now);
    });
    if (!is_confirmed) return pages::page(app, request, words, expired(words));
    return pages::page(app, request, words,
                       pages::form_page("/confirm", words("confirm.thanks"),
                                        el("p", cls("k-lead"), words("confirm.thanks_text"))));
}

}  // namespace

std::span<const http::Route<App>> nudge_routes() {
    static const std::array all{
        http::route(http::get, "/confirm", "Asks whether a record is still right", anyone, show),
        http::route(http::post, "/confirm", "Notes that a record is still right", anyone, take),
    };
    return all;
}

}  // namespace konbit
