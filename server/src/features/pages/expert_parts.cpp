// SPDX-License-Identifier: Apache-2.0
#include "features/pages/expert_parts.hpp"

#include "features/pages/listing.hpp"
#include "features/pages/profile_parts.hpp"
#include "features/pages/register_parts.hpp"
#include "features/pages/tile.hpp"

#include <algorithm>

namespace konbit::pages {

using html::attr;
using html::cls;
using html::el;
using html::flag;
using html::href;
using html::Html;

namespace {

std::string names_of(const Words& words, std::string_view list, const std::vector<std::string>& codes) {
    std::string all;
    for (const auto& code : codes) all += (all.empty() ? "" : ", ") + words.name(list, code);
    return all;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
    return all;
}

Html part(const std::string& text) { return text.empty() ? Html() : el("span", text); }

Html engagement_row(const Words& words, const Engagement& engagement) {
    return el("li", cls("k-row"),
              el("div", el("h3", cls("k-row-name"), engagement.topic),
                 el("p", cls("k-row-facts"), part(engagement.for_whom.value_or("")),
                    part(words.country(engagement.country_code)),
                    part(period(words, engagement.starts_on, engagement.ends_on)),
                    part(engagement.source ? words("project.source") + ": " + *engagement.source : ""))));
}

Html problem(const Words& words, const std::vector<FieldError>& errors, std::string_view field) {
    const auto found = std::ranges::find(errors, "/" + std::string(field), &FieldError::pointer);
    if (found == errors.end()) return {};
    return el("span", cls("k-form-error"), html::id(std::string(field) + "-error"),
              words("error." + found->code, found->params));
}

/// A labelled control with what is wrong with it.
Html labelled(const Words& words, const std::vector<FieldError>& errors, std::string_view name,
              const Html& control) {
    return el("label", cls("k-form-field"), el("span", words("expert.message." + std::string(name))), control,
              problem(words, errors, name));
}

Html input(std::string_view name, std::string_view type, std::string_view value, std::string_view completes) {
    return el("input", attr("name", name), attr("type", type), attr("value", value), flag("required"),
              attr("autocomplete", completes), attr("maxlength", "200"));
}

}  // namespace

Html expert_row(const Words& words, const ExpertProfile& expert) {
    return el("li", cls("k-row"), tile(expert.id.view()),
              el("div", el("h2", cls("k-row-name"), el("a", href("/experts/" + expert.slug), expert.name)),
                 el("p", expert.headline),
                 el("p", cls("k-row-facts"), part(names_of(words, "country", expert.countries)),
                    part(names_of(words, "language", expert.languages)),
                    badges(words, expert.is_demo, Claim::claimed))));
}

Html about_panel(const Words& words, const ExpertProfile& expert) {
    const auto about = words.of(expert.about);
    const Html topics = expert.topics.empty() ? Html() : el("p", joined(expert.topics));
    const Html objectives = el("ul", html::each(expert.objectives, [&](const auto& code) {
                                   return el("li", words.name("objective", code));
                               }));
    if (about.empty() && topics.empty() && expert.objectives.empty()) return {};
    return panel(words("expert.topics"), (about.empty() ? Html() : el("p", about)) + topics +
                                             (expert.objectives.empty() ? Html() : objectives));
}

Html engagements_panel(const Words& words, const ExpertProfile& expert) {
    if (expert.engagements.empty()) return {};
    return panel(words("expert.engagements"),
                 el("ul", cls("k-list"), html::each(expert.engagements, [&](const auto& each) {
                        return engagement_row(words, each);
                    })));
}

Html expert_facts(const Words& words, const ExpertProfile& expert) {
    const Html organization =
        expert.organization_name
            ? el("a", href("/organizations/" + *expert.organization_slug), *expert.organization_name)
            : Html();
    const Html confirmed = expert.consented_at ? Html(words.date(utc_date(*expert.consented_at)))
                                               : Html(words("register.draft"));
    return el("h2", words("cluster.about")) +
           el("dl", cls("k-facts"), fact(words("expert.countries"), country_links(words, expert.countries)),
              fact(words("expert.languages"), names_of(words, "language", expert.languages)),
              fact(words("expert.organization"), organization), fact(words("expert.confirmed"), confirmed)) +
           el("p", cls("k-count"), words("page.expert.consented"));
}

Html contact_form(const Words& words, const ExpertProfile& expert, const experts::Message& typed,
                  const std::vector<FieldError>& errors) {
    const Html text = el("textarea", attr("name", "text"), attr("rows", "6"), attr("maxlength", "3000"),
                         flag("required"), typed.text);
    // People do not see the last field; whoever fills everything in is no person.
    const Html trap =
        el("label", cls("k-hidden"), attr("aria-hidden", "true"), words("page.website"),
           el("input", attr("name", "website"), attr("tabindex", "-1"), attr("autocomplete", "off")));
    return panel(
        words("expert.message.title"),
        el("p", words("expert.message.lead")) +
            el("form", cls("k-form"), attr("method", "post"), attr("action", "/experts/" + expert.slug),
               labelled(words, errors, "sender_name",
                        input("sender_name", "text", typed.sender_name, "name")),
               labelled(words, errors, "sender_email",
                        input("sender_email", "email", typed.sender_email, "email")),
               labelled(words, errors, "text", text), trap,
               el("button", cls("k-button"), words("expert.message.send"))));
}

Html message_sent(const Words& words, const ExpertProfile& expert) {
    return panel(words("expert.message.title"), el("p", cls("k-notice"), attr("role", "status"),
                                                   words("expert.message.sent", {{"name", expert.name}})));
}

}  // namespace konbit::pages
