// SPDX-License-Identifier: Apache-2.0
#include "features/pages/list_views.hpp"

#include "features/pages/downloads.hpp"

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

std::string path_of(PublicList list) { return "/" + std::string(name_of(list)); }

Html view_switch(const Words& words, PublicList list, const DirectoryQuery& query) {
    const auto link = [&](std::string_view view, const std::string& key) {
        return el("a", href(query.link(path_of(list)).with("view", view).str()),
                  query.view == view ? attr("aria-current", "true") : html::Attribute{}, words(key));
    };
    return el("nav", cls("k-views"), attr("aria-label", words("page.view")), link("", "page.view.list"),
              link("table", "page.view.table"), link("map", "page.view.map"));
}

Html wide(const Html& content) {
    return el("main", html::id("main"), attr("tabindex", "-1"),
              el("div", cls("k-page k-page-wide"), content));
}

Html split(const Html& text, const Html& map) {
    return el("main", html::id("main"), attr("tabindex", "-1"), cls("k-split"),
              el("div", cls("k-split-text"), text), map);
}

Html head_cells(const std::vector<std::string>& names) {
    return el("thead", el("tr", html::each(names, [](const std::string& name) {
                              return el("th", attr("scope", "col"), name);
                          })));
}

Html name_cell(const std::string& url, const std::string& name) {
    return el("th", attr("scope", "row"), el("a", href(url), name));
}

Html cell(const std::string& text) { return el("td", text); }

/// Wider than a phone: it scrolls inside its frame, which the keyboard can reach.
Html table(const std::string& caption, const std::vector<std::string>& names, const Html& rows) {
    return el("div", cls("k-scroll"), attr("tabindex", "0"), attr("role", "region"),
              attr("aria-label", caption),
              el("table", cls("k-table"), el("caption", cls("k-hidden-text"), caption), head_cells(names),
                 el("tbody", rows)));
}

std::string day(const Words& words, const std::optional<Date>& date) { return date ? words.date(*date) : ""; }

std::string sector(const Words& words, const std::optional<std::string>& code) {
    return code ? words.sector(*code) : "";
}

Html cluster_cells(const Words& words, const ClusterProfile& cluster) {
    return el("tr", name_cell("/clusters/" + cluster.slug, cluster.name),
              cell(words.place(cluster.locality, cluster.country_code)), cell(sector(words, cluster.sector)),
              cell(words("cluster.stage." + std::string(name_of(cluster.stage)))),
              el("td", cls("k-number"), cluster.member_count ? words.number(*cluster.member_count) : ""),
              cell(words("cluster.tier." + std::string(name_of(cluster.tier)))),
              cell(day(words, cluster.last_confirmed_on)));
}

Html organization_cells(const Words& words, const Organization& organization) {
    return el("tr", name_cell("/organizations/" + organization.slug, organization.name),
              cell(organization.acronym.value_or("")),
              cell(words("organization.kind." + std::string(name_of(organization.kind)))),
              cell(words.place(organization.locality, organization.country_code)),
              cell(sector(words, organization.sector)), cell(day(words, organization.last_confirmed_on)));
}

}  // namespace

Html in_view(const Words& words, const DirectoryQuery& query, const ListParts& parts) {
    const Html head = parts.head + view_switch(words, parts.list, query);
    const Html links = data_links(words, parts.list, query);
    if (query.view == "map")
        return wide(head + el("div", cls("k-map-stage"), parts.map) +
                    el("p", cls("k-note"),
                       words(parts.list == PublicList::organizations ? "page.map.hint_organizations"
                                                                     : "page.map.hint")) +
                    parts.places + links);
    if (query.view == "table") return wide(head + parts.table + parts.pager + links);
    return split(head + parts.rows + parts.pager + links, parts.map);
}

Html record_table(const Words& words, const std::vector<ClusterProfile>& clusters) {
    return table(
        words("page.clusters.title"),
        {words("organization.name"), words("page.place"), words("page.sector"), words("cluster.stage"),
         words("page.cluster.members_heading"), words("cluster.tier"), words("cluster.last_confirmed_on")},
        html::each(clusters, [&](const auto& each) { return cluster_cells(words, each); }));
}

Html record_table(const Words& words, const std::vector<Organization>& organizations) {
    return table(
        words("page.organizations.title"),
        {words("organization.name"), words("organization.acronym"), words("organization.kind"),
         words("page.place"), words("page.sector"), words("cluster.last_confirmed_on")},
        html::each(organizations, [&](const auto& each) { return organization_cells(words, each); }));
}

Html data_links(const Words& words, PublicList list, const DirectoryQuery& query) {
    const auto link = [&](const std::string& url, const std::string& key) {
        return el("li", el("a", href(url), words(key)));
    };
    const auto save = query.link("/app/searches").with("list", name_of(list));
    // Where no script runs, the app would be an empty page.
    const Html save_link = el("li", html::flag("hidden"), html::flag("data-scripted"),
                              el("a", href(save.str()), words("page.data.save")));
    return el("section", cls("k-data"), el("h2", words("page.data.title")),
              el("ul", link(query.link("/feeds" + path_of(list) + ".rss").str(), "page.data.feed"), save_link,
                 link(query.link(path_of(list) + ".csv").str(), "page.data.csv"),
                 link(query.link(path_of(list) + ".json").str(), "page.data.json"),
                 link(std::string(data_license_url), "page.data.license")));
}

}  // namespace konbit::pages
