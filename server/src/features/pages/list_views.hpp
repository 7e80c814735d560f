// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/pages/directory_query.hpp"
#include "features/pages/feeds.hpp"
#include "features/pages/words.hpp"
#include "http/html.hpp"

#include <vector>

/// A list as the reader wants it: rows beside a map, a table, or the map alone; and what it can be used for
/// elsewhere.
namespace konbit::pages {

/// The parts of a page that lists records.
struct ListParts {
    PublicList list;
    html::Html head;  ///< Heading, form, chips and count.
    html::Html rows;  ///< Of the list, or what stands there when there are none.
    html::Html table;
    html::Html pager;
    html::Html map;
    html::Html places;  ///< The countries of the map as a table.
};

/// The whole <main> in the view of the query.
html::Html in_view(const Words& words, const DirectoryQuery& query, const ListParts& parts);

/// A table whose first column is the name.
html::Html record_table(const Words& words, const std::vector<ClusterProfile>& clusters);
html::Html record_table(const Words& words, const std::vector<Organization>& organizations);

/// Downloads, feed and the way to save the search.
html::Html data_links(const Words& words, PublicList list, const DirectoryQuery& query);

}  // namespace konbit::pages
