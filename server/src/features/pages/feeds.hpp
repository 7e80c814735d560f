// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/pages/directory_query.hpp"
#include "features/pages/rss.hpp"
#include "features/pages/words.hpp"
#include "features/permission/viewer.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <string>

/// What is new and changed in a public list, as a feed: for whoever follows a search, and for other programs.
namespace konbit::pages {

/// The lists that can be followed, saved and downloaded; named as their addresses.
enum class PublicList { organizations, clusters };
constexpr auto names(PublicList) { return std::to_array<std::string_view>({"organizations", "clusters"}); }

/// Public records of a list that changed after `since`, newest first, at most `most`.
/// Whoever asks, these are the ones that everybody may see.
std::vector<FeedItem> changed_items(const App& app, db::Session& session, const Words& words, PublicList list,
                                    const DirectoryQuery& query, Instant since, int most);

/// How a search is named in a feed and a mail: "cocoa · Grenada · Firm", or the name of the list.
std::string title_of(const Words& words, PublicList list, const DirectoryQuery& query);

/// The feed of a list under the filters of the address.
Result<http::Response> organizations_feed(App& app, const Viewer& viewer, const http::Request& request);
Result<http::Response> clusters_feed(App& app, const Viewer& viewer, const http::Request& request);

/// The feed of any list and filters under an address of its own.
http::Response feed_of(App& app, const Words& words, PublicList list, const DirectoryQuery& query,
                       const std::string& self_path);

}  // namespace konbit::pages
