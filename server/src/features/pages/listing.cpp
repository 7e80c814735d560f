// SPDX-License-Identifier: Apache-2.0
#include "features/pages/listing.hpp"

#include "features/letters/publication_rule.hpp"
#include "features/pages/drawings.hpp"
#include "features/pages/tile.hpp"

#include <algorithm>

namespace konbit::pages {

namespace {

using html::attr;
using html::Attribute;
using html::cls;
using html::el;
using html::flag;
using html::href;
using html::Html;

constexpr std::size_t colored_sectors = 6;

Html fact(const Html& content) { return content.empty() ? Html() : el("span", content); }

Html badge(const Words& words, std::string_view key, const char* look = "k-badge") {
    return el("span", cls(look), words(key));
}

Html text_of(const Words& words, const Localized& description) {
    const auto text = words.of(description);
    return text.empty() ? Html() : el("p", text);
}

Html row(std::string_view country_code, const Html& picture, std::string_view url, std::string_view name,
         const Html& text, const Html& facts, const Html& figure = {}) {
    return el("li", cls("k-row"), attr("data-country", country_code), picture,
              el("div", el("h2", cls("k-row-name"), el("a", href(url), name)), text,
                 el("p", cls("k-row-facts"), facts)),
              figure);
}

/// A source that nobody could open yet is named as such wherever the record stands.
template <class Record>
Html source_badge(const Words& words, const Record& record) {
    return letters::awaits_source(record) && !record.is_demo ? badge(words, "page.badge.awaits_source")
                                                             : Html();
}

Html member_figure(const Words& words, const std::optional<std::int64_t>& count) {
    if (!count) return {};
    return el("p", cls("k-figure"), el("b", words.number(*count)),
              words.count("page.cluster.members", *count));
}

Html option(std::string_view value, std::string_view text, std::string_view chosen) {
    return el("option", attr("value", value), flag("selected", value == chosen), text);
}

Html hidden(std::string_view name, std::string_view value) {
    return el("input", attr("type", "hidden"), attr("name", name), attr("value", value));
}

/// Filters that stay although the form has no field for them.
Html kept_filters(const QueryLink& link, const std::vector<Choice>& choices) {
    Html fields;
    for (const auto& [name, value] : link.parameters()) {
        const bool is_asked = name == "q" || std::ranges::find(choices, name, &Choice::name) != choices.end();
        if (!is_asked) fields += hidden(name, value);
    }
    return fields;
}

Html chip(const Words& words, std::string_view path, const DirectoryQuery& query, const Facet& facet,
          std::size_t place) {
    const bool is_chosen = query.sector == facet.code;
    const auto url = query.link_in_view(path).with("sector", is_chosen ? std::string() : facet.code).str();
    const auto color = place < colored_sectors ? attr("data-color", std::to_string(place + 1)) : Attribute{};
    return el("a", cls("k-chip"), attr("data-sector", facet.code), href(url),
              is_chosen ? attr("aria-current", "true") : Attribute{}, el("i", cls("k-dot"), color),
              words.sector(facet.code), " (", facet.count, ")");
}

}  // namespace

Html select(const Choice& choice) {
    return el("select", attr("name", choice.name), attr("aria-label", choice.label),
              option("", choice.any, choice.chosen), html::each(choice.options, [&](const auto& each) {
                  return option(each.first, each.second, choice.chosen);
              }));
}

Html badges(const Words& words, bool is_demo, Claim claim, std::optional<Tier> tier) {
    Html all;
    if (is_demo) all += badge(words, "page.badge.demo");
    if (claim == Claim::unclaimed && !is_demo) all += badge(words, "page.badge.unclaimed");
    if (tier == Tier::verified) all += badge(words, "cluster.tier.verified", "k-badge k-badge-verified");
    if (tier == Tier::active) all += badge(words, "cluster.tier.active");
    return all;
}

Html cluster_row(const Words& words, const ClusterProfile& cluster) {
    const std::string stage = words("cluster.stage." + std::string(name_of(cluster.stage)));
    const Html facts =
        fact(words.place(cluster.locality, cluster.country_code)) +
        (cluster.claim == Claim::unclaimed ? Html() : fact(stage_columns(cluster.stage) + stage)) +
        badges(words, cluster.is_demo, cluster.claim, cluster.tier) + source_badge(words, cluster);
    return row(cluster.country_code, tile(cluster.id.view()), "/clusters/" + cluster.slug, cluster.name,
               text_of(words, cluster.description), facts, member_figure(words, cluster.member_count));
}

Html organization_row(const Words& words, const Organization& organization) {
    const Html facts = fact(words("organization.kind." + std::string(name_of(organization.kind)))) +
                       fact(words.place(organization.locality, organization.country_code)) +
                       badges(words, organization.is_demo, organization.claim) +
                       source_badge(words, organization);
    return row(organization.country_code, tile(organization.id.view()), "/organizations/" + organization.slug,
               organization.name, text_of(words, organization.description), facts);
}

Html member_row(const Words& words, const ListedMember& member) {
    const Html facts = fact(words("organization.kind." + std::string(name_of(member.organization.kind)))) +
                       fact(member.subsector.value_or("")) + fact(words.country(member.country_code)) +
                       (member.is_facilitator ? badge(words, "page.badge.facilitator") : Html());
    return el("li", cls("k-row"), attr("data-country", member.country_code),
              el("div",
                 el("h3", cls("k-row-name"),
                    el("a", href("/organizations/" + member.organization.slug), member.organization.name)),
                 el("p", cls("k-row-facts"), facts)));
}

Html search_form(const Words& words, std::string_view path, const DirectoryQuery& query,
                 const std::vector<Choice>& choices) {
    return el("form", cls("k-search"), attr("role", "search"), attr("action", path),
              el("input", attr("type", "search"), attr("name", "q"), attr("value", query.q),
                 attr("aria-label", words("page.search")), attr("placeholder", words("page.search.go"))),
              html::each(choices, select), kept_filters(query.link_in_view(path), choices),
              el("button", words("page.search.go")));
}

Html sector_chips(const Words& words, std::string_view path, const DirectoryQuery& query,
                  const std::vector<Facet>& sectors) {
    if (sectors.empty()) return {};
    Html chips;
    for (std::size_t i = 0; i < sectors.size(); ++i) chips += chip(words, path, query, sectors[i], i);
    return el("nav", cls("k-chips"), attr("aria-label", words("page.sector")), chips);
}

Html pager(const Words& words, std::string_view path, const DirectoryQuery& query,
           const std::optional<std::string>& next) {
    Html links;
    if (!query.after.empty())
        links += el("a", cls("k-button k-button-quiet"), attr("rel", "first"),
                    href(query.link_in_view(path).str()), words("page.first"));
    if (next)
        links += el("a", cls("k-button k-button-quiet"), attr("rel", "next"),
                    href(query.link_in_view(path).with("after", *next).str()), words("page.next"));
    return links.empty() ? Html() : el("nav", cls("k-pager"), attr("aria-label", words("page.pages")), links);
}

Html nothing_found(const Words& words, std::string_view path, const DirectoryQuery& query) {
    const std::string text =
        query.q.empty() ? words("page.nothing") : words("page.nothing_for", {{"words", query.q}});
    return el("p", cls("k-empty"), text, " ",
              query.is_narrowed() ? el("a", href(path), words("page.clear")) : Html());
}

Html map_box(const Words& words, const DirectoryQuery& query, const std::vector<MapCountry>& countries,
             PublicList counted) {
    // The client puts the numbers in: the texts keep their placeholder.
    const Params placeholder{{"n", "{count}"}};
    return el("div", cls("k-map"), attr("data-map", query.link("/api/map").str()),
              attr("data-label", words("page.map")), attr("data-href", "/countries/{code}"),
              attr("data-count", name_of(counted)), attr("data-region", words("page.map.region")),
              attr("data-islands", words("page.map.islands")),
              attr("data-clusters-one", words("page.map.clusters_one", placeholder)),
              attr("data-clusters-other", words("page.map.clusters_other", placeholder)),
              attr("data-organizations-one", words("page.map.organizations_one", placeholder)),
              attr("data-organizations-other", words("page.map.organizations_other", placeholder)),
              el("ul", cls("k-map-fallback"), html::each(countries, [&](const MapCountry& country) {
                     return el("li", el("a", href("/countries/" + country.code), country.name), " ",
                               country.clusters + country.organizations);
                 })));
}

}  // namespace konbit::pages
