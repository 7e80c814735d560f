// SPDX-License-Identifier: Apache-2.0
#include "features/pages/list_pages.hpp"

#include "db/database.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/list_views.hpp"
#include "features/pages/listing.hpp"
#include "features/pages/structured_data.hpp"
#include "features/pages/totals.hpp"

#include <algorithm>

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

constexpr int rows_of_page = 20;
constexpr int rows_of_home = 10;

/// A page of a list and what its filters offer, read on one state of the database.
struct ClusterList {
    Page<ClusterProfile> page;
    clusters::Facets facets;
};
struct OrganizationList {
    Page<Organization> page;
    organizations::Facets facets;
};

Result<ClusterList> read_clusters(App& app, const Viewer& viewer, const DirectoryQuery& query, int size,
                                  Sort sort = Sort::name) {
    return app.database.read([&](db::Session& session) -> Result<ClusterList> {
        const auto filter = query.for_clusters();
        ClusterList list;
        KONBIT_TRY(list.page, clusters::list(session, viewer, filter, sort, query.page(size)));
        list.facets = clusters::facets(session, viewer, filter);
        return list;
    });
}

Result<OrganizationList> read_organizations(App& app, const Viewer& viewer, const DirectoryQuery& query,
                                            int size) {
    return app.database.read([&](db::Session& session) -> Result<OrganizationList> {
        const auto filter = query.for_organizations();
        OrganizationList list;
        KONBIT_TRY(list.page, organizations::list(session, viewer, filter, Sort::name, query.page(size)));
        list.facets = organizations::facets(session, viewer, filter);
        return list;
    });
}

template <class T>
bool shows_demo(const std::vector<T>& records) {
    return std::ranges::any_of(records, &T::is_demo);
}

Choice country_choice(const Words& words, const DirectoryQuery& query, const std::vector<Facet>& facets) {
    return choice("country", words("page.country"), words("page.country.any"), query.country, facets,
                  [&](const std::string& code) { return words.country(code); });
}

Choice stage_choice(const Words& words, const DirectoryQuery& query, const std::vector<Facet>& facets) {
    return choice("stage", words("cluster.stage"), words("page.stage.any"), query.stage, facets,
                  [&](const std::string& code) { return words("cluster.stage." + code); });
}

Choice kind_choice(const Words& words, const DirectoryQuery& query, const std::vector<Facet>& facets) {
    return choice("kind", words("organization.kind"), words("page.kind.any"), query.kind, facets,
                  [&](const std::string& code) { return words("organization.kind." + code); });
}

/// A choice that is made or not, and counts nothing.
Choice project_choice(const Words& words, const DirectoryQuery& query) {
    return {"project",
            words("page.project.any"),
            words("page.project.any"),
            query.has_run_project ? "1" : "",
            {{"1", words("page.project.has_run")}}};
}

Html heading(const Words& words, const std::string& key) {
    return el("h1", words(key + ".heading")) + el("p", cls("k-lead"), words(key + ".lead"));
}

Html count_line(const std::string& text) { return el("p", cls("k-count"), text); }

Html split(const Html& text, const Html& map) {
    return el("main", html::id("main"), attr("tabindex", "-1"), cls("k-split"),
              el("div", cls("k-split-text"), text), map);
}

Html rows(const Words& words, const std::vector<ClusterProfile>& clusters) {
    return el("ul", cls("k-list"),
              html::each(clusters, [&](const auto& each) { return cluster_row(words, each); }));
}

Html rows(const Words& words, const std::vector<Organization>& organizations) {
    return el("ul", cls("k-list"),
              html::each(organizations, [&](const auto& each) { return organization_row(words, each); }));
}

Html button(std::string_view url, const std::string& text) {
    return el("a", cls("k-button k-button-quiet"), href(url), text);
}

Content titled(const Words& words, const std::string& path, const std::string& key, bool shows_demo) {
    Content content;
    content.path = path;
    content.title = words(key + ".title");
    content.description = words(key + ".description");
    content.shows_demo = shows_demo;
    return content;
}

Content home_content(const Words& words, const ClusterList& list, std::int64_t organizations) {
    const DirectoryQuery everything;
    const Html more = el("nav", cls("k-pager"), attr("aria-label", words("page.pages")),
                         button("/clusters", words.count("page.clusters.all", list.facets.count)),
                         button("/organizations", words.count("page.organizations.all", organizations)));
    Content content = titled(words, "/", "page.home", shows_demo(list.page.items));
    content.title.clear();
    content.main =
        split(heading(words, "page.home") + search_form(words, "/search", everything, {}) +
                  sector_chips(words, "/clusters", everything, list.facets.sectors) +
                  (list.page.items.empty() ? el("p", cls("k-empty"), words("page.home.empty"))
                                           : rows(words, list.page.items)) +
                  more,
              map_box(words, everything, map_countries(list.facets.countries, {}, words.language())));
    return content;
}

/// The list as data: how it may be used and where it can be downloaded.
Content listed(const App& app, const Words& words, PublicList list, const DirectoryQuery& query,
               bool shows_demo) {
    const std::string path = "/" + std::string(name_of(list));
    Content content = titled(words, path, "page." + std::string(name_of(list)), shows_demo);
    content.is_indexed = !query.is_narrowed() && query.view.empty();
    content.feed = query.link("/feeds" + path + ".rss").str();
    content.json_ld = dataset_data(words, list, absolute(app, path));
    return content;
}

/// The countries of the map, for whoever does not see it. A facet counts what other choices would find; the
/// map shows the chosen country only.
Html places(const Words& words, const std::string& path, const DirectoryQuery& query,
            std::vector<Facet> countries) {
    if (!query.country.empty())
        std::erase_if(countries, [&](const Facet& each) { return each.code != query.country; });
    return totals_table(
        words, {words("page.map"), words("page.country"), std::move(countries),
                [&](const std::string& code) { return words.country(code); },
                [&](const std::string& code) { return query.link(path).with("country", code).str(); }});
}

std::vector<Choice> choices(const Words& words, const DirectoryQuery& query, const clusters::Facets& facets) {
    return {country_choice(words, query, facets.countries), stage_choice(words, query, facets.stages)};
}

std::vector<Choice> choices(const Words& words, const DirectoryQuery& query,
                            const organizations::Facets& facets) {
    return {country_choice(words, query, facets.countries), kind_choice(words, query, facets.kinds),
            project_choice(words, query)};
}

std::vector<MapCountry> countries_of(const Words& words, const DirectoryQuery& query,
                                     const clusters::Facets& facets) {
    return map_countries(facets.countries, {}, words.language(), query.country);
}

std::vector<MapCountry> countries_of(const Words& words, const DirectoryQuery& query,
                                     const organizations::Facets& facets) {
    return map_countries({}, facets.countries, words.language(), query.country);
}

/// What stands above a list: its name, the search with its filters, the sectors, how many there are.
template <class Facets>
Html list_head(const Words& words, const std::string& path, const DirectoryQuery& query,
               const Facets& facets) {
    const std::string key = "page." + path.substr(1);
    return heading(words, key) + search_form(words, path, query, choices(words, query, facets)) +
           sector_chips(words, path, query, facets.sectors) +
           count_line(words.count(key + ".count", facets.count));
}

/// @tparam List  ClusterList or OrganizationList.
template <class List>
Content list_content(const App& app, const Words& words, PublicList kind, const DirectoryQuery& query,
                     const List& list) {
    const std::string path = "/" + std::string(name_of(kind));
    const auto& items = list.page.items;
    Content content = listed(app, words, kind, query, shows_demo(items));
    const Html none = items.empty() ? nothing_found(words, path, query) : Html();
    content.main = in_view(words, query,
                           {.list = kind,
                            .head = list_head(words, path, query, list.facets),
                            .rows = items.empty() ? none : rows(words, items),
                            .table = items.empty() ? none : record_table(words, items),
                            .pager = pager(words, path, query, list.page.next),
                            .map = map_box(words, query, countries_of(words, query, list.facets), kind),
                            .places = places(words, path, query, list.facets.countries)});
    return content;
}

Html found_section(const std::string& title, const Html& rows, const Html& more) {
    return rows.empty() ? Html() : el("section", el("h2", title), rows, more);
}

/// A link to the whole list when the page shows only its beginning.
Html all_of(const Words& words, const std::string& key, std::string_view path, const DirectoryQuery& query,
            bool is_cut, std::int64_t count) {
    return is_cut ? el("p", button(query.link(path).str(), words.count(key, count))) : Html();
}

Content search_content(const Words& words, const DirectoryQuery& query, const ClusterList& clusters,
                       const OrganizationList& organizations) {
    const auto& found = clusters.page.items;
    const auto& others = organizations.page.items;
    const auto cluster_count = clusters.facets.count, other_count = organizations.facets.count;
    const Html results = found_section(words.count("page.clusters.count", cluster_count),
                                       found.empty() ? Html() : rows(words, found),
                                       all_of(words, "page.clusters.all", "/clusters", query,
                                              clusters.page.next.has_value(), cluster_count)) +
                         found_section(words.count("page.organizations.count", other_count),
                                       others.empty() ? Html() : rows(words, others),
                                       all_of(words, "page.organizations.all", "/organizations", query,
                                              organizations.page.next.has_value(), other_count));
    Content content = titled(words, "/search", "page.search", shows_demo(found) || shows_demo(others));
    content.is_indexed = false;
    content.main = split(
        el("h1", words("page.search.heading")) + search_form(words, "/search", query, {}) +
            (results.empty() ? nothing_found(words, "/search", query) : results),
        map_box(words, query,
                map_countries(clusters.facets.countries, organizations.facets.countries, words.language())));
    return content;
}

}  // namespace

Result<http::Response> home(App& app, const Viewer& viewer, const http::Request& request) {
    const Words words = words_for(app, request);
    KONBIT_TRY(const ClusterList list, read_clusters(app, viewer, {}, rows_of_home, Sort::newest));
    KONBIT_TRY(const OrganizationList organizations, read_organizations(app, viewer, {}, 1));
    return page(app, request, words, home_content(words, list, organizations.facets.count));
}

Result<http::Response> clusters_page(App& app, const Viewer& viewer, const http::Request& request) {
    const Words words = words_for(app, request);
    const auto query = DirectoryQuery::of(request);
    KONBIT_TRY(const ClusterList list, read_clusters(app, viewer, query, rows_of_page));
    return page(app, request, words, list_content(app, words, PublicList::clusters, query, list));
}

Result<http::Response> organizations_page(App& app, const Viewer& viewer, const http::Request& request) {
    const Words words = words_for(app, request);
    const auto query = DirectoryQuery::of(request);
    KONBIT_TRY(const OrganizationList list, read_organizations(app, viewer, query, rows_of_page));
    return page(app, request, words, list_content(app, words, PublicList::organizations, query, list));
}

Result<http::Response> search_page(App& app, const Viewer& viewer, const http::Request& request) {
    const Words words = words_for(app, request);
    const auto query = DirectoryQuery::of(request);
    KONBIT_TRY(const ClusterList clusters, read_clusters(app, viewer, query, rows_of_page));
    KONBIT_TRY(const OrganizationList organizations, read_organizations(app, viewer, query, rows_of_page));
    return page(app, request, words, search_content(words, query, clusters, organizations));
}

}  // namespace konbit::pages
