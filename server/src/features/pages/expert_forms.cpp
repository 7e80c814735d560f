// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "db/database.hpp"
#include "features/experts/expert_store.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/limits.hpp"
#include "features/mail/outbox.hpp"
#include "features/pages/expert_pages.hpp"
#include "features/pages/expert_parts.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/profile_parts.hpp"
#include "http/url.hpp"

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::Html;

constexpr int longest_sender = 200;
constexpr int longest_message = 3000;

std::string field_of(const http::Parameters& form, std::string_view name) {
    return text::trim(form.first(name));
}

Findings problems_of(const experts::Message& message) {
    Findings findings;
    findings.require(!message.sender_name.empty(), "/sender_name", "required");
    findings.require(text::length(message.sender_name) <= longest_sender, "/sender_name", "too_long",
                     {{"max", std::to_string(longest_sender)}});
    findings.require(mail::is_address(message.sender_email), "/sender_email", "not_an_email");
    findings.require(!message.text.empty(), "/text", "required");
    findings.require(text::length(message.text) <= longest_message, "/text", "too_long",
                     {{"max", std::to_string(longest_message)}});
    return findings;
}

/// Lines of a form end as on the wire of another century; those of a mail end with one character.
std::string with_plain_lines(std::string text) {
    std::erase(text, '\r');
    return text;
}

Result<void> pass_on(App& app, const http::Request& request, const ExpertProfile& expert,
                     const experts::Message& message) {
    KONBIT_CHECK(app.limits.admit_public_form(request.client));
    const mail::Mail mail = experts::relay_mail(app, expert, message);
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<void> {
        KONBIT_CHECK(mail::queue_mail(session, app.keys, mail, now));
        return {};
    });
}

Html button(const Words& words, std::string_view act, std::string_view look) {
    return el("button", cls(look), attr("name", "act"), attr("value", act),
              words("expert.consent." + std::string(act)));
}

/// What is agreed to, and both answers.
Html consent_panel(const Words& words, const ExpertProfile& expert, const http::Request& request) {
    const auto question = request.target.find('?');
    const std::string here =
        "/experts/consent" + (question == std::string::npos ? "" : request.target.substr(question));
    return panel(words(expert.consented_at ? "expert.consent.given" : "expert.consent.title"),
                 el("p", words("expert.consent.text")) + el("p", words("expert.consent.withdrawal")) +
                     el("form", cls("k-form"), attr("method", "post"), attr("action", here),
                        expert.consented_at ? Html() : button(words, "confirm", "k-button"),
                        button(words, "withdraw", "k-button k-button-quiet")));
}

http::Response secret(http::Response response) {
    response.has_secrets = true;
    return response;
}

Content erased_content(const Words& words) {
    Content content;
    content.path = "/experts";
    content.title = words("expert.consent.erased_title");
    content.is_indexed = false;
    content.main = el("main", html::id("main"), attr("tabindex", "-1"),
                      el("div", cls("k-page"), el("h1", words("expert.consent.erased_title")),
                         el("p", cls("k-lead"), words("expert.consent.erased_text"))));
    return content;
}

Result<http::Response> profile_with_consent(App& app, const ConsentingExpert& by,
                                            const http::Request& request) {
    KONBIT_TRY(const ExpertProfile expert,
               app.database.read([&](db::Session& session) { return experts::find(session, by); }));
    const Words words = words_for(app, request);
    Content content = expert_content(app, words, expert, consent_panel(words, expert, request));
    content.is_indexed = false;
    content.json_ld.clear();
    return secret(page(app, request, words, std::move(content)));
}

}  // namespace

Result<http::Response> write_to_expert(App& app, std::string slug, const Viewer& viewer, Form form,
                                       const http::Request& request) {
    KONBIT_TRY(const ExpertProfile expert, app.database.read([&](db::Session& session) {
        return experts::find(session, viewer, std::string_view(slug));
    }));
    KONBIT_TRY(const auto fields, http::Parameters::parse(form.bytes));
    const experts::Message message{field_of(fields, "sender_name"), field_of(fields, "sender_email"),
                                   with_plain_lines(field_of(fields, "text"))};
    const Words words = words_for(app, request);
    if (const auto found = problems_of(message); !found.empty()) {
        Content content =
            expert_content(app, words, expert, contact_form(words, expert, message, found.errors()));
        content.status = 422;
        return page(app, request, words, std::move(content));
    }
    // Nobody who is no person learns that the message went nowhere.
    if (expert.consented_at && field_of(fields, "website").empty())
        KONBIT_CHECK(pass_on(app, request, expert, message));
    return http::redirect("/experts/" + expert.slug + "?sent=1");
}

Result<http::Response> expert_consent_page(App& app, const ConsentingExpert& by,
                                           const http::Request& request) {
    return profile_with_consent(app, by, request);
}

Result<http::Response> answer_expert_consent(App& app, const ConsentingExpert& by, Form form,
                                             const http::Request& request) {
    KONBIT_TRY(const auto fields, http::Parameters::parse(form.bytes));
    const auto act = fields.first("act");
    const Instant now = app.clock.now();
    if (act == "withdraw") {
        app.database.write([&](db::Session& session) { experts::erase(session, by); });
        const Words words = words_for(app, request);
        return secret(page(app, request, words, erased_content(words)));
    }
    if (act != "confirm") return failure(ErrorCode::malformed, "not_understood");
    KONBIT_CHECK(
        app.database.write([&](db::Session& session) { return experts::confirm(session, by, now); }));
    return profile_with_consent(app, by, request);
}

}  // namespace konbit::pages
