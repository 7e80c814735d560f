// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/memberships/membership.hpp"
#include "features/pages/directory_query.hpp"
#include "features/pages/feeds.hpp"
#include "features/pages/map_data.hpp"
#include "features/pages/words.hpp"
#include "http/html.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The parts of a page that lists records (docs/developers/pages.md, "List with map").
namespace konbit::pages {

html::Html cluster_row(const Words& words, const ClusterProfile& cluster);
html::Html organization_row(const Words& words, const Organization& organization);
html::Html member_row(const Words& words, const ListedMember& member);

/// "Invented", "Not claimed", "Verified".
html::Html badges(const Words& words, bool is_demo, Claim claim, std::optional<Tier> tier = {});

/// A select of a form: each value with what it would leave, "Grenada (3)".
struct Choice {
    std::string name;  ///< Of the parameter.
    std::string label;
    std::string any;  ///< The text for no choice.
    std::string chosen;
    std::vector<std::pair<std::string, std::string>> options;  ///< Value and text.
};
/// @param texts  Gives the text of a facet's code.
template <class Texts>
Choice choice(std::string name, std::string label, std::string any, std::string chosen,
              const std::vector<Facet>& facets, Texts texts) {
    Choice made{std::move(name), std::move(label), std::move(any), std::move(chosen), {}};
    for (const auto& facet : facets)
        made.options.emplace_back(facet.code, texts(facet.code) + " (" + std::to_string(facet.count) + ")");
    return made;
}

html::Html select(const Choice& choice);

/// The words to search for, the choices, and the filters that the form does not ask for as hidden fields.
html::Html search_form(const Words& words, std::string_view path, const DirectoryQuery& query,
                       const std::vector<Choice>& choices);

/// Links that narrow the list to a sector, or widen it again; the first six have colors, as on the map.
html::Html sector_chips(const Words& words, std::string_view path, const DirectoryQuery& query,
                        const std::vector<Facet>& sectors);

/// The link to the next page, and to the first one from any other.
html::Html pager(const Words& words, std::string_view path, const DirectoryQuery& query,
                 const std::optional<std::string>& next);

/// What stands instead of rows when there are none.
html::Html nothing_found(const Words& words, std::string_view path, const DirectoryQuery& query);

/// The place of the map, holding the countries as links until it is drawn.
/// @param counted  What the number of a mark counts.
html::Html map_box(const Words& words, const DirectoryQuery& query, const std::vector<MapCountry>& countries,
                   PublicList counted = PublicList::clusters);

}  // namespace konbit::pages
