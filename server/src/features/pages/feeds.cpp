// SPDX-License-Identifier: Apache-2.0
#include "features/pages/feeds.hpp"

#include "db/database.hpp"
#include "features/pages/frame.hpp"

namespace konbit::pages {

namespace {

constexpr int items_of_feed = 50;

std::string path_of(PublicList list) { return "/" + std::string(name_of(list)); }

template <class Record>
FeedItem item_of(const App& app, const Words& words, PublicList list, const Record& record, Instant since) {
    const std::string url = absolute(app, path_of(list) + "/" + record.slug);
    return {record.name,
            url,
            url + "#" + std::to_string(record.version),
            std::string(words.of(record.description)),
            record.updated_at,
            record.created_at > since};
}

template <class Record>
std::vector<FeedItem> items_of(const App& app, const Words& words, PublicList list,
                               const std::vector<Record>& records, Instant since) {
    std::vector<FeedItem> items;
    for (const auto& record : records) items.push_back(item_of(app, words, list, record, since));
    return items;
}

Result<http::Response> feed_at(App& app, const http::Request& request, PublicList list) {
    const auto query = DirectoryQuery::of(request);
    const Words words = words_for(app, request);
    return feed_of(app, words, list, query, query.link("/feeds" + path_of(list) + ".rss").str());
}

}  // namespace

std::vector<FeedItem> changed_items(const App& app, db::Session& session, const Words& words, PublicList list,
                                    const DirectoryQuery& query, Instant since, int most) {
    const Viewer everybody = Viewer::anonymous();
    if (list == PublicList::clusters)
        return items_of(app, words, list,
                        clusters::list_changed(session, everybody, query.for_clusters(), since, most), since);
    return items_of(app, words, list,
                    organizations::list_changed(session, everybody, query.for_organizations(), since, most),
                    since);
}

std::string title_of(const Words& words, PublicList list, const DirectoryQuery& query) {
    std::string title = words("page." + std::string(name_of(list)) + ".title");
    const auto add = [&](const std::string& part) { title += part.empty() ? "" : " · " + part; };
    add(query.q);
    add(query.country.empty() ? "" : words.country(query.country));
    add(query.kind.empty() ? "" : words("organization.kind." + query.kind));
    add(query.sector.empty() ? "" : words.sector(query.sector));
    add(query.stage.empty() ? "" : words("cluster.stage." + query.stage));
    return title;
}

http::Response feed_of(App& app, const Words& words, PublicList list, const DirectoryQuery& query,
                       const std::string& self_path) {
    Feed feed{.title = title_of(words, list, query) + " · Konbit",
              .url = absolute(app, query.link(path_of(list)).str()),
              .self_url = absolute(app, self_path),
              .description = words("page.feed.description"),
              .language = words.language(),
              .items = {}};
    app.database.read([&](db::Session& session) {
        feed.items = changed_items(app, session, words, list, query, Instant{}, items_of_feed);
    });
    return http::content(rss(feed), "application/rss+xml; charset=utf-8");
}

Result<http::Response> organizations_feed(App& app, const Viewer&, const http::Request& request) {
    return feed_at(app, request, PublicList::organizations);
}

Result<http::Response> clusters_feed(App& app, const Viewer&, const http::Request& request) {
    return feed_at(app, request, PublicList::clusters);
}

}  // namespace konbit::pages
