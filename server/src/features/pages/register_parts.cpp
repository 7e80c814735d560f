// SPDX-License-Identifier: Apache-2.0
#include "features/pages/register_parts.hpp"

#include "features/pages/money.hpp"
#include "features/pages/profile_parts.hpp"
#include "features/pages/tile.hpp"

namespace konbit::pages {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

namespace {

Html part(const Html& content) { return content.empty() ? Html() : el("span", content); }

std::string names_of(const Words& words, const std::vector<std::string>& countries) {
    std::string all;
    for (const auto& code : countries) all += (all.empty() ? "" : ", ") + words.country(code);
    return all;
}

std::string parties_of(const Agreement& agreement) {
    std::string names;
    for (const auto& party : agreement.parties) names += (names.empty() ? "" : ", ") + party.name;
    return names;
}

}  // namespace

Html filter_form(const Words& words, std::string_view path, std::string_view q,
                 const std::vector<Choice>& choices) {
    return el("form", cls("k-search"), attr("role", "search"), attr("action", path),
              el("input", attr("type", "search"), attr("name", "q"), attr("value", q),
                 attr("aria-label", words("page.search")), attr("placeholder", words("page.search.go"))),
              html::each(choices, select), el("button", words("page.search.go")));
}

Html filter_pager(const Words& words, const QueryLink& link, bool is_first,
                  const std::optional<std::string>& next) {
    Html links;
    if (!is_first)
        links += el("a", cls("k-button k-button-quiet"), attr("rel", "first"), href(link.str()),
                    words("page.first"));
    if (next)
        links += el("a", cls("k-button k-button-quiet"), attr("rel", "next"),
                    href(link.with("after", *next).str()), words("page.next"));
    return links.empty() ? Html() : el("nav", cls("k-pager"), attr("aria-label", words("page.pages")), links);
}

std::string period(const Words& words, const std::optional<Date>& from, const std::optional<Date>& until) {
    if (from && until) return words.date(*from) + " – " + words.date(*until);
    if (from) return words("page.since", {{"date", words.date(*from)}});
    if (until) return words("page.until", {{"date", words.date(*until)}});
    return {};
}

Html source_fact(const Words& words, const std::optional<std::string>& source,
                 const std::optional<std::string>& url, const std::optional<Date>& as_of) {
    if (!source) return {};
    Html text = url ? el("a", href(*url), attr("rel", "noopener nofollow"), *source) : Html(*source);
    if (as_of) text += ", " + words("page.as_of", {{"date", words.date(*as_of)}});
    return text;
}

Html project_row(const Words& words, const ProjectProfile& project, html::Tag heading) {
    const Html facts = part(words("project.status." + std::string(name_of(project.status)))) +
                       part(project.funder) + part(names_of(words, project.countries)) +
                       part(project.starts_on ? std::to_string(project.starts_on->year()) : std::string()) +
                       badges(words, project.is_demo, Claim::claimed);
    return el(
        "li", cls("k-row"), tile(project.id.view()),
        el("div", el(heading, cls("k-row-name"), el("a", href("/projects/" + project.slug), project.name)),
           el("p", cls("k-row-facts"), facts)),
        project.amount_minor
            ? el("p", cls("k-figure"), money(words, *project.amount_minor, *project.currency))
            : Html());
}

Html projects_panel(const Words& words, const Page<ProjectProfile>& projects, const std::string& all_url) {
    if (projects.items.empty()) return {};
    Html rows =
        el("ul", cls("k-list"),
           html::each(projects.items, [&](const auto& each) { return project_row(words, each, "h3"); }));
    if (projects.next)
        rows += el("p", el("a", cls("k-button k-button-quiet"), href(all_url), words("page.projects.all")));
    return panel(words("page.nav.projects"), rows);
}

Html agreements_panel(const Words& words, const std::vector<AgreementProfile>& agreements) {
    if (agreements.empty()) return {};
    return panel(
        words("page.agreements"),
        el("ul", cls("k-list"), html::each(agreements, [&](const AgreementProfile& each) {
               return el("li", cls("k-row"),
                         el("div", el("h3", cls("k-row-name"), each.title),
                            el("p", cls("k-row-facts"),
                               part(words("agreement.kind." + std::string(name_of(each.kind)))),
                               part(parties_of(each)), part(period(words, each.valid_from, each.valid_until)),
                               badges(words, each.is_demo, Claim::claimed))));
           })));
}

}  // namespace konbit::pages
