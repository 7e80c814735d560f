// SPDX-License-Identifier: Apache-2.0
#include "features/team/team_page.hpp"

#include "db/database.hpp"
#include "features/pages/form_parts.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/profile_parts.hpp"
#include "features/team/team_store.hpp"

#include <algorithm>

namespace konbit::team {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::flag;
using html::href;
using html::Html;
using pages::Words;

Html check(std::string_view name, std::string_view value, bool is_checked, const std::string& label) {
    return el("label", cls("k-check"),
              el("input", attr("type", "checkbox"), attr("name", name), attr("value", value),
                 flag("checked", is_checked)),
              el("span", label));
}

/// Before the first answer, the language in which the person is written to is proposed.
bool speaks(const TeamQuestion& question, std::string_view language) {
    const auto& said = question.showing.languages;
    if (question.showing.state == ShowingState::given) return std::ranges::find(said, language) != said.end();
    return question.language == language;
}

Html language_checks(const Words& words, const TeamQuestion& question) {
    const auto one = [&](std::string_view language) {
        return check("languages", language, speaks(question, language), words.name("language", language));
    };
    return el("fieldset", cls("k-checks"), el("legend", words("team.languages")),
              html::each(team_languages, one));
}

Html address_checks(const Words& words, const TeamQuestion& question) {
    const auto& showing = question.showing;
    Html checks;
    if (question.email)
        checks += check("shows_email", "1", showing.shows_email,
                        words("team.shows_email", {{"address", *question.email}}));
    if (question.phone)
        checks += check("shows_phone", "1", showing.shows_phone,
                        words("team.shows_phone", {{"number", *question.phone}}));
    return checks.empty() ? Html()
                          : el("fieldset", cls("k-checks"), el("legend", words("team.addresses")), checks);
}

Html button(const Words& words, std::string_view act, const std::string& key, std::string_view look) {
    return el("button", cls(look), attr("type", "submit"), attr("name", "act"), attr("value", act),
              words(key));
}

/// What was answered, and when.
Html state_line(const Words& words, const TeamShowing& showing) {
    if (!showing.answered_at) return {};
    return el("p", cls("k-notice"),
              words("team.state." + std::string(name_of(showing.state)),
                    {{"date", words.date(utc_date(*showing.answered_at))}}));
}

Html form_of(const Words& words, const TeamQuestion& question, const http::Request& request) {
    const bool is_given = question.showing.state == ShowingState::given;
    const auto query = request.target.find('?');
    const std::string here = "/team" + (query == std::string::npos ? "" : request.target.substr(query));
    return el(
        "form", cls("k-form"), attr("method", "post"), attr("action", here), language_checks(words, question),
        address_checks(words, question),
        button(words, "agree", is_given ? "team.change" : "team.agree", "k-button"),
        button(words, "withdraw", is_given ? "team.withdraw" : "team.decline", "k-button k-button-quiet"));
}

pages::Content content_of(const Words& words, const TeamQuestion& question, const http::Request& request) {
    const Params place{{"place", question.place},
                       {"role", words("person.role." + std::string(name_of(question.role)))},
                       {"name", question.name}};
    const Html text =
        state_line(words, question.showing) + el("p", cls("k-lead"), words("team.consent.text", place)) +
        el("p", words("team.consent.withdrawal")) + el("p", el("a", href(question.path), question.place));
    auto content = pages::form_page("/team", words("team.consent.title", place),
                                    text + form_of(words, question, request));
    for (const char* name : {"role", "token"})
        content.query.emplace_back(name, std::string(request.query.first(name)));
    return content;
}

}  // namespace

Result<http::Response> question_page(App& app, const TeamPerson& by, const http::Request& request) {
    KONBIT_TRY(const TeamQuestion question,
               app.database.read([&](db::Session& session) { return find(session, by); }));
    const Words words = pages::words_for(app, request);
    http::Response response = pages::page(app, request, words, content_of(words, question, request));
    response.has_secrets = true;
    return response;
}

Result<http::Response> answer_question(App& app, const TeamPerson& by, http::Body<4 * 1024> form,
                                       const http::Request& request) {
    KONBIT_TRY(const auto fields, http::Parameters::parse(form.bytes));
    const auto act = fields.first("act");
    if (act != "agree" && act != "withdraw") return failure(ErrorCode::malformed, "not_understood");
    const auto said = fields.all("languages");
    const Agreement agreement{
        {said.begin(), said.end()}, fields.first("shows_email") == "1", fields.first("shows_phone") == "1"};
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& session) -> Result<void> {
        if (act == "agree") return agree(session, by, agreement, now);
        withdraw(session, by, now);
        return {};
    }));
    return question_page(app, by, request);
}

}  // namespace konbit::team
