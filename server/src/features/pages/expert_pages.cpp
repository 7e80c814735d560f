// SPDX-License-Identifier: Apache-2.0
#include "features/pages/expert_pages.hpp"

#include "core/text.hpp"
#include "db/database.hpp"
#include "features/experts/expert_store.hpp"
#include "features/pages/expert_parts.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/json_object.hpp"
#include "features/pages/moved.hpp"
#include "features/pages/profile_parts.hpp"
#include "features/pages/register_parts.hpp"
#include "features/pages/tile.hpp"

#include <algorithm>

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

constexpr int rows_of_page = 20;

struct ExpertList {
    Page<ExpertProfile> page;
    experts::Facets facets;
};

/// The filters in the address; one that means nothing finds nothing.
struct ExpertQuery {
    std::string q, country, objective, language, after;

    static ExpertQuery of(const http::Request& request) {
        const auto value = [&](std::string_view name) {
            std::string text = text::trim(request.query.first(name));
            return text.size() <= 200 ? text : std::string();
        };
        return {value("q"), value("country"), value("objective"), value("language"), value("after")};
    }
    bool is_narrowed() const { return !(q + country + objective + language).empty(); }
    QueryLink link() const {
        return QueryLink("/experts")
            .with("q", q)
            .with("country", country)
            .with("objective", objective)
            .with("language", language);
    }
    PageRequest page() const {
        auto request = PageRequest::of(after, rows_of_page, true);
        return request ? *request : PageRequest{{}, rows_of_page, true};
    }
    experts::Filter filter() const {
        const auto given = [](const std::string& text) {
            return text.empty() ? std::nullopt : std::optional(text);
        };
        return {.q = q,
                .country_code = given(country),
                .objective = given(objective),
                .language = given(language)};
    }
};

std::vector<Choice> choices(const Words& words, const ExpertQuery& query, const experts::Facets& facets) {
    const auto named = [&](std::string_view list) {
        return [&words, list](const std::string& code) { return words.name(list, code); };
    };
    return {
        choice("country", words("page.country"), words("page.country.any"), query.country, facets.countries,
               named("country")),
        choice("objective", words("expert.objectives"), words("page.experts.any_topic"), query.objective,
               facets.objectives, named("objective")),
        choice("language", words("expert.languages"), words("page.experts.any_language"), query.language,
               facets.languages, named("language")),
    };
}

Html rows(const Words& words, const ExpertQuery& query, const ExpertList& list) {
    if (!list.page.items.empty())
        return el("ul", cls("k-list"),
                  html::each(list.page.items, [&](const auto& each) { return expert_row(words, each); }));
    return el("p", cls("k-empty"), words(query.is_narrowed() ? "page.nothing" : "page.experts.empty"), " ",
              query.is_narrowed() ? el("a", href("/experts"), words("page.clear")) : Html());
}

Content list_content(const Words& words, const ExpertQuery& query, const ExpertList& list) {
    Content content;
    content.path = "/experts";
    content.title = words("page.experts.title");
    content.description = words("page.experts.description");
    content.shows_demo = std::ranges::any_of(list.page.items, &ExpertProfile::is_demo);
    content.is_indexed = !query.is_narrowed();
    content.main = el(
        "main", html::id("main"), attr("tabindex", "-1"),
        el("div", cls("k-page"), el("h1", words("page.experts.title")),
           el("p", cls("k-lead"), words("page.experts.lead")),
           filter_form(words, "/experts", query.q, choices(words, query, list.facets)),
           el("p", cls("k-count"), words.count("page.experts.count", list.page.count.value_or(0))),
           rows(words, query, list), filter_pager(words, query.link(), query.after.empty(), list.page.next)));
    return content;
}

/// schema.org's Person, without any address.
std::string structured(const App& app, const ExpertProfile& expert) {
    const std::string url = absolute(app, "/experts/" + expert.slug);
    JsonObject object("Person");
    object.text("@context", "https://schema.org").text("@id", url).text("url", url);
    object.text("name", expert.name).text("jobTitle", expert.headline);
    if (expert.organization_name)
        object.raw("affiliation", JsonObject("Organization").text("name", *expert.organization_name).str());
    return object.str();
}

}  // namespace

Content expert_content(const App& app, const Words& words, const ExpertProfile& expert, const Html& contact) {
    Content content;
    content.path = "/experts/" + expert.slug;
    content.title = expert.name;
    content.description = expert.headline;
    content.is_demo = expert.is_demo;
    if (!expert.is_demo) content.json_ld = structured(app, expert);
    content.main = profile(hero(tile(expert.id.view()), words("page.expert"), expert.name, expert.headline),
                           {}, about_panel(words, expert) + engagements_panel(words, expert) + contact,
                           expert_facts(words, expert));
    return content;
}

Result<http::Response> experts_page(App& app, const Viewer& viewer, const http::Request& request) {
    const Words words = words_for(app, request);
    const auto query = ExpertQuery::of(request);
    KONBIT_TRY(const ExpertList list, app.database.read([&](db::Session& session) -> Result<ExpertList> {
        ExpertList list;
        KONBIT_TRY(list.page, experts::list(session, viewer, query.filter(), query.page()));
        list.facets = experts::facets(session, viewer, query.filter());
        return list;
    }));
    return page(app, request, words, list_content(words, query, list));
}

Result<http::Response> expert_page(App& app, std::string slug, const Viewer& viewer,
                                   const http::Request& request) {
    const auto expert = app.database.read(
        [&](db::Session& session) { return experts::find(session, viewer, std::string_view(slug)); });
    if (!expert) return moved_to_present(app, expert_slugs, "/experts/", slug, expert.error());
    const Words words = words_for(app, request);
    const Html contact = request.query.first("sent").empty() ? contact_form(words, *expert, {}, {})
                                                             : message_sent(words, *expert);
    return page(app, request, words, expert_content(app, words, *expert, contact));
}

}  // namespace konbit::pages
