// SPDX-License-Identifier: Apache-2.0
#include "features/pages/sector_pages.hpp"

#include "db/database.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/listing.hpp"
#include "features/pages/profile_parts.hpp"
#include "features/pages/tile.hpp"
#include "features/pages/totals.hpp"
#include "features/reference/reference_book.hpp"

#include <algorithm>
#include <map>

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

constexpr int rows_shown = 20;

/// How many clusters and organizations there are in a sector.
struct SectorCount {
    std::int64_t clusters = 0;
    std::int64_t organizations = 0;

    bool is_empty() const { return clusters + organizations == 0; }
};
using SectorCounts = std::map<std::string, SectorCount, std::less<>>;

std::vector<const Term*> terms_below(const std::optional<std::string>& parent) {
    std::vector<const Term*> terms;
    for (const auto& term : reference().data().terms)
        if (term.list == "isic" && term.parent == parent) terms.push_back(&term);
    std::ranges::sort(terms, {}, &Term::code);
    return terms;
}

/// By division and, added up, by section.
SectorCounts counts_of(const std::vector<Facet>& clusters, const std::vector<Facet>& organizations) {
    SectorCounts counts;
    const auto add = [&](const std::vector<Facet>& facets, std::int64_t SectorCount::* member) {
        for (const auto& [code, count] : facets) {
            counts[code].*member += count;
            if (const auto section = reference().section_of(code)) counts[*section].*member += count;
        }
    };
    add(clusters, &SectorCount::clusters);
    add(organizations, &SectorCount::organizations);
    return counts;
}

SectorCounts read_counts(App& app, const Viewer& viewer) {
    return app.database.read([&](db::Session& session) {
        return counts_of(clusters::facets(session, viewer, {}).sectors,
                         organizations::facets(session, viewer, {}).sectors);
    });
}

SectorCount count_in(const SectorCounts& counts, std::string_view code) {
    const auto found = counts.find(code);
    return found == counts.end() ? SectorCount{} : found->second;
}

Html count_facts(const Words& words, const SectorCount& count) {
    return el("p", cls("k-row-facts"), el("span", words.count("page.clusters.count", count.clusters)),
              el("span", words.count("page.organizations.count", count.organizations)));
}

Html division_item(const Words& words, const Term& division, const SectorCount& count) {
    return el("li", el("a", href("/sectors/" + division.code), words.sector(division.code)), " (",
              words.number(count.clusters + count.organizations), ")");
}

Html divisions_of(const Words& words, const std::string& section, const SectorCounts& counts) {
    return el("ul", cls("k-divisions"), html::each(terms_below(section), [&](const Term* division) {
                  const auto count = count_in(counts, division->code);
                  return count.is_empty() ? Html() : division_item(words, *division, count);
              }));
}

Html section_row(const Words& words, const Term& section, const SectorCounts& counts) {
    const auto count = count_in(counts, section.code);
    if (count.is_empty()) return {};
    return el(
        "li", cls("k-row"), tile(section.code),
        el("div",
           el("h2", cls("k-row-name"), el("a", href("/sectors/" + section.code), words.sector(section.code))),
           count_facts(words, count), divisions_of(words, section.code, counts)));
}

/// What is read for the page of one sector.
struct SectorView {
    std::string code;
    Page<ClusterProfile> clusters;
    clusters::Facets cluster_facets;
    Page<Organization> organizations;
    organizations::Facets organization_facets;
};

Result<SectorView> read_sector(App& app, const Viewer& viewer, const std::string& code) {
    return app.database.read([&](db::Session& session) -> Result<SectorView> {
        const PageRequest first{{}, rows_shown};
        const clusters::Filter of_clusters{.sector = code};
        const organizations::Filter of_organizations{.sector = code};
        SectorView view{.code = code};
        KONBIT_TRY(view.clusters, clusters::list(session, viewer, of_clusters, Sort::name, first));
        KONBIT_TRY(view.organizations,
                   organizations::list(session, viewer, of_organizations, Sort::name, first));
        view.cluster_facets = clusters::facets(session, viewer, of_clusters);
        view.organization_facets = organizations::facets(session, viewer, of_organizations);
        return view;
    });
}

/// The rows shown, and a link to the rest.
Html shown(const std::string& title, const Html& rows, bool is_cut, const std::string& url,
           const std::string& text) {
    if (rows.empty()) return {};
    return panel(title, el("ul", cls("k-list"), rows) + html::when(is_cut, [&] {
                            return el("p", el("a", cls("k-button k-button-quiet"), href(url), text));
                        }));
}

Html clusters_of(const Words& words, const SectorView& view) {
    return shown(words("page.nav.clusters"),
                 html::each(view.clusters.items, [&](const auto& each) { return cluster_row(words, each); }),
                 view.clusters.next.has_value(), "/clusters?sector=" + view.code,
                 words.count("page.clusters.all", view.cluster_facets.count));
}

Html organizations_of(const Words& words, const SectorView& view) {
    return shown(
        words("page.nav.organizations"),
        html::each(view.organizations.items, [&](const auto& each) { return organization_row(words, each); }),
        view.organizations.next.has_value(), "/organizations?sector=" + view.code,
        words.count("page.organizations.all", view.organization_facets.count));
}

/// Its section for a division, its divisions for a section; and where it is at home.
Html around(const Words& words, const SectorView& view) {
    const auto section = reference().section_of(view.code);
    const auto country = [&](const std::string& code) { return words.country(code); };
    const auto in_country = [&](const std::string& list) {
        return [list, sector = view.code](const std::string& code) {
            return "/" + list + "?country=" + code + "&sector=" + sector;
        };
    };
    const Html place =
        section ? el("p", words("page.sector.part_of"), " ",
                     el("a", href("/sectors/" + *section), words.sector(*section)))
                : el("h2", words("page.sector.divisions")) +
                      divisions_of(words, view.code,
                                   counts_of(view.cluster_facets.sectors, view.organization_facets.sectors));
    return place +
           totals_table(words, {words("page.sector.clusters"), words("page.country"),
                                view.cluster_facets.countries, country, in_country("clusters")}) +
           totals_table(words, {words("page.sector.organizations"), words("page.country"),
                                view.organization_facets.countries, country, in_country("organizations")});
}

Content sector_content(const Words& words, const SectorView& view) {
    const std::string name = words.sector(view.code);
    const bool is_empty = view.clusters.items.empty() && view.organizations.items.empty();
    Content content;
    content.path = "/sectors/" + view.code;
    content.title = name;
    content.description = words("page.sector.description", {{"sector", name}});
    content.is_indexed = !is_empty;
    content.shows_demo = std::ranges::any_of(view.clusters.items, &ClusterProfile::is_demo) ||
                         std::ranges::any_of(view.organizations.items, &Organization::is_demo);
    content.main =
        profile(hero(tile(view.code), words("page.sector"), name, "ISIC Rev. 4 " + view.code),
                figure(words("page.nav.clusters"), words.number(view.cluster_facets.count)) +
                    figure(words("page.nav.organizations"), words.number(view.organization_facets.count)),
                is_empty ? panel(words("page.nav.organizations"), el("p", words("page.sector.empty")))
                         : clusters_of(words, view) + organizations_of(words, view),
                around(words, view));
    return content;
}

}  // namespace

Result<http::Response> sectors_page(App& app, const Viewer& viewer, const http::Request& request) {
    const Words words = words_for(app, request);
    const SectorCounts counts = read_counts(app, viewer);
    Content content;
    content.path = "/sectors";
    content.title = words("page.sectors.title");
    content.description = words("page.sectors.description");
    content.shows_demo = app.config.is_demo;
    content.main =
        el("main", html::id("main"), attr("tabindex", "-1"),
           el("div", cls("k-page k-page-wide"), el("h1", words("page.sectors.title")),
              el("p", cls("k-lead"), words("page.sectors.lead")),
              el("ul", cls("k-list"), html::each(terms_below(std::nullopt), [&](const Term* section) {
                     return section_row(words, *section, counts);
                 }))));
    return page(app, request, words, content);
}

Result<http::Response> sector_page(App& app, std::string code, const Viewer& viewer,
                                   const http::Request& request) {
    if (!reference().has("isic", code)) return failure(ErrorCode::not_found, "sector");
    KONBIT_TRY(const SectorView view, read_sector(app, viewer, code));
    const Words words = words_for(app, request);
    return page(app, request, words, sector_content(words, view));
}

}  // namespace konbit::pages
