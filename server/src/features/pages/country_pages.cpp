// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/countries/country_store.hpp"
#include "features/factsheets/fact_store.hpp"
#include "features/pages/factsheet_panel.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/listing.hpp"
#include "features/pages/profile_pages.hpp"
#include "features/pages/profile_parts.hpp"
#include "features/pages/register_parts.hpp"
#include "features/pages/tile.hpp"
#include "features/pages/totals.hpp"
#include "features/projects/project_store.hpp"
#include "features/reference/reference_book.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

constexpr int rows_shown = 20;

struct CountryView {
    CountryProfile country;
    Page<ClusterProfile> clusters;
    Page<Organization> organizations;
    clusters::Facets cluster_facets{};
    organizations::Facets organization_facets{};
    Page<ProjectProfile> projects{};
    projects::Facets project_facets{};
    Factsheet factsheet{};
};

/// Names of codes with commas.
Html names_of(const Words& words, std::string_view list, const std::vector<std::string>& codes) {
    std::string all;
    for (const auto& code : codes) all += (all.empty() ? "" : ", ") + words.name(list, code);
    return all;
}

Html currency(const Words& words, const Country& country) {
    std::string text = words.name("currency", country.currency) + " (" + country.currency + ")";
    if (country.usd_peg)
        text +=
            ", " + words("page.country.peg", {{"rate", *country.usd_peg}, {"currency", country.currency}});
    return text;
}

Html law(const Words& words, const Country& country) {
    if (!country.data_protection_law) return Html(words("page.unknown"));
    std::string text = *country.data_protection_law;
    if (country.law_as_of)
        text += " (" + words("page.as_of", {{"date", words.date(*country.law_as_of)}}) + ")";
    return text;
}

Html country_facts(const Words& words, const Country& country) {
    const auto month = words.name("month", fmt::format("{:02}", country.fiscal_year_start_month));
    return el("h2", words("cluster.about")) +
           el("dl", cls("k-facts"),
              fact(words("page.country.languages"), names_of(words, "language", country.languages)),
              fact(words("page.country.currency"), currency(words, country)),
              fact(words("page.country.groups"), names_of(words, "country_group", country.groups)),
              fact(words("page.country.dial_code"), country.dial_code),
              fact(words("page.country.time_zone"), country.time_zone),
              fact(words("page.country.fiscal_year"), month),
              fact(words("page.country.law"), law(words, country)));
}

Html more(bool is_cut, const std::string& url, const std::string& text) {
    return is_cut ? el("p", el("a", cls("k-button k-button-quiet"), href(url), text)) : Html();
}

Html clusters_of(const Words& words, const CountryView& view) {
    if (view.clusters.items.empty())
        return panel(words("page.nav.clusters"), el("p", words("page.country.no_clusters")));
    return panel(
        words("page.nav.clusters"),
        el("ul", cls("k-list"),
           html::each(view.clusters.items, [&](const auto& each) { return cluster_row(words, each); })) +
            more(view.clusters.next.has_value(), "/clusters?country=" + view.country.code,
                 words.count("page.clusters.all", view.country.cluster_count)));
}

Html organizations_of(const Words& words, const CountryView& view) {
    if (view.organizations.items.empty()) return {};
    return panel(words("page.nav.organizations"),
                 el("ul", cls("k-list"),
                    html::each(view.organizations.items,
                               [&](const auto& each) { return organization_row(words, each); })) +
                     more(view.organizations.next.has_value(), "/organizations?country=" + view.country.code,
                          words.count("page.organizations.all", view.country.organization_count)));
}

/// What the directory publishes of the country, counted.
Html totals_of(const Words& words, const CountryView& view) {
    const auto link = [code = view.country.code](std::string list, std::string filter) {
        return [=](const std::string& value) {
            return "/" + list + "?country=" + code + "&" + filter + "=" + value;
        };
    };
    const Html tables =
        totals_table(words, {words("page.totals.organizations_by_kind"), words("organization.kind"),
                             view.organization_facets.kinds,
                             [&](const std::string& code) { return words("organization.kind." + code); },
                             link("organizations", "kind")}) +
        totals_table(words, {words("page.totals.clusters_by_stage"), words("cluster.stage"),
                             view.cluster_facets.stages,
                             [&](const std::string& code) { return words("cluster.stage." + code); },
                             link("clusters", "stage")}) +
        totals_table(
            words,
            {words("page.totals.clusters_by_sector"), words("page.sector"), view.cluster_facets.sectors,
             [&](const std::string& code) { return words.sector(code); }, link("clusters", "sector")}) +
        totals_table(words, {words("page.totals.projects_by_status"), words("project.status"),
                             view.project_facets.statuses,
                             [&](const std::string& code) { return words("project.status." + code); },
                             link("projects", "status")});
    if (tables.empty()) return {};
    return el("h2", words("page.totals")) + tables + el("p", cls("k-note"), words("page.totals.note"));
}

bool shows_demo(const CountryView& view) {
    return std::ranges::any_of(view.clusters.items, &ClusterProfile::is_demo) ||
           std::ranges::any_of(view.organizations.items, &Organization::is_demo) ||
           std::ranges::any_of(view.factsheet.items, &CountryFactProfile::is_demo);
}

Content country_content(const Words& words, const CountryView& view) {
    const auto& country = view.country;
    Content content;
    content.path = "/countries/" + country.code;
    content.title = country.name;
    content.description = words("page.country.description", {{"country", country.name}});
    content.shows_demo = shows_demo(view);
    content.main =
        profile(hero(tile(country.code), words("page.country"), country.name, ""),
                figure(words("page.nav.clusters"), words.number(country.cluster_count)) +
                    figure(words("page.nav.organizations"), words.number(country.organization_count)) +
                    figure(words("page.nav.projects"), words.number(view.projects.count.value_or(0))),
                clusters_of(words, view) + organizations_of(words, view) +
                    projects_panel(words, view.projects, "/projects?country=" + country.code) +
                    factsheet_panel(words, view.factsheet),
                country_facts(words, country) + totals_of(words, view));
    return content;
}

Html country_row(const Words& words, const CountryProfile& country) {
    return el(
        "li", cls("k-row"), attr("data-country", country.code), tile(country.code),
        el("div", el("h2", cls("k-row-name"), el("a", href("/countries/" + country.code), country.name)),
           el("p", cls("k-row-facts"), el("span", words.count("page.clusters.count", country.cluster_count)),
              el("span", words.count("page.organizations.count", country.organization_count)))));
}

/// Codes are upper case; people type them as they like.
std::string upper_case(std::string code) {
    for (char& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return code;
}

std::vector<MapCountry> marks_of(const CountryList& list) {
    std::vector<MapCountry> marks;
    for (const auto& each : list.items)
        if (each.cluster_count + each.organization_count > 0)
            marks.push_back({each.code, each.name, each.cluster_count, each.organization_count, each.latitude,
                             each.longitude});
    return marks;
}

Content countries_content(const App& app, const Words& words, const CountryList& list) {
    Content content;
    content.path = "/countries";
    content.title = words("page.countries.title");
    content.description = words("page.countries.description");
    content.shows_demo = app.config.is_demo;
    content.main =
        el("main", html::id("main"), attr("tabindex", "-1"), cls("k-split"),
           el("div", cls("k-split-text"), el("h1", words("page.countries.heading")),
              el("p", cls("k-lead"), words("page.countries.lead")),
              el("ul", cls("k-list"),
                 html::each(list.items, [&](const auto& each) { return country_row(words, each); }))),
           map_box(words, {}, marks_of(list)));
    return content;
}

}  // namespace

Result<http::Response> countries_page(App& app, const Viewer& viewer, const http::Request& request) {
    const Words words = words_for(app, request);
    const auto list = app.database.read(
        [&](db::Session& session) { return countries::list(session, viewer, request.language); });
    return page(app, request, words, countries_content(app, words, list));
}

Result<http::Response> country_page(App& app, std::string code, const Viewer& viewer,
                                    const http::Request& request) {
    if (const std::string upper = upper_case(code); upper != code && reference().country(upper) != nullptr)
        return http::redirect("/countries/" + upper, 301);
    KONBIT_TRY(const CountryView view, app.database.read([&](db::Session& session) -> Result<CountryView> {
        KONBIT_TRY(CountryProfile country, countries::find(session, viewer, code, request.language));
        const PageRequest first{{}, rows_shown};
        KONBIT_TRY(auto found, clusters::list(session, viewer, {.country_code = code}, Sort::name, first));
        KONBIT_TRY(auto others,
                   organizations::list(session, viewer, {.country_code = code}, Sort::name, first));
        KONBIT_TRY(auto projects,
                   projects::list(session, viewer, {.country_code = code}, {{}, rows_shown, true}));
        return CountryView{std::move(country),
                           std::move(found),
                           std::move(others),
                           clusters::facets(session, viewer, {.country_code = code}),
                           organizations::facets(session, viewer, {.country_code = code}),
                           std::move(projects),
                           projects::facets(session, viewer, {.country_code = code}),
                           factsheets::list(session, viewer, code)};
    }));
    const Words words = words_for(app, request);
    return page(app, request, words, country_content(words, view));
}

}  // namespace konbit::pages
