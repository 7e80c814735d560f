// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/text_pages.hpp"
#include "features/permission/register_viewer.hpp"
#include "features/reference/reference_book.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace konbit::pages {

namespace {

/// A record that search engines may show.
struct Entry {
    std::string slug;
    Instant updated_at{};

    static constexpr auto fields() {
        return std::tuple{field("slug", &Entry::slug), field("updated_at", &Entry::updated_at)};
    }
};

/// A sitemap may hold 50,000 addresses; each of ours keeps well below.
constexpr std::int64_t most_entries = 20'000;

/// A list of records, each with a page of its own; the name of the table is that of the folder.
struct List {
    std::string table;
    std::string condition;  ///< Search engines are visitors, whoever asks for the file.
};

std::array<List, 4> lists() {
    const Viewer visitor = Viewer::anonymous();
    return {List{"clusters", clusters_visible_to(visitor, "r")},
            List{"organizations", organizations_visible_to(visitor, "r")},
            List{"experts", experts_visible_to(visitor, "r")},
            List{"projects", projects_visible_to(visitor, "r")}};
}

std::string from_list(const List& list) {
    return " FROM " + list.table + " r WHERE r.is_demo = FALSE AND " + list.condition;
}

std::int64_t count(db::Session& session, const List& list) {
    return session.value<std::int64_t>("SELECT count(*)" + from_list(list));
}

std::vector<Entry> entries(db::Session& session, const List& list, std::int64_t part) {
    return session.query<Entry>(
        "SELECT r.slug, r.updated_at" + from_list(list) + " ORDER BY r.slug LIMIT $1 OFFSET $2", most_entries,
        part * most_entries);
}

std::string url(const App& app, const std::string& path, std::string_view changed_on = {}) {
    // Slugs and country codes hold nothing that XML would have to escape.
    std::string element = "<url><loc>" + absolute(app, path) + "</loc>";
    if (!changed_on.empty()) element += "<lastmod>" + std::string(changed_on) + "</lastmod>";
    return element + "</url>\n";
}

std::string urls(const App& app, db::Session& session, const List& list, std::int64_t part) {
    std::string all;
    for (const auto& entry : entries(session, list, part))
        all += url(app, "/" + list.table + "/" + entry.slug, utc_date(entry.updated_at).str());
    return all;
}

std::string fixed_urls(const App& app) {
    std::string all;
    for (const auto* path :
         {"/", "/clusters", "/organizations", "/projects", "/experts", "/countries", "/sectors", "/start",
          "/developers", "/developers/sharing", "/about", "/privacy"})
        all += url(app, path);
    for (const auto& country : reference().data().countries) all += url(app, "/countries/" + country.code);
    return all;
}

/// The sitemaps of the lists, each with its part of one of them.
std::string index_of(const App& app, db::Session& session) {
    const auto entry = [&](const std::string& query) {
        return "<sitemap><loc>" + absolute(app, "/sitemap.xml?" + query) + "</loc></sitemap>\n";
    };
    std::string all = entry("list=pages");
    for (const List& list : lists())
        for (std::int64_t part = 0; part * most_entries < count(session, list); ++part)
            all += entry("list=" + list.table + "&amp;part=" + std::to_string(part));
    return all;
}

http::Response xml(std::string_view root, const std::string& content) {
    const std::string name(root);
    return http::content("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + name +
                             " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" + content + "</" +
                             name + ">\n",
                         "application/xml; charset=utf-8");
}

/// Which part of a list is asked for; anything that is no number is the first.
std::int64_t part_of(const http::Request& request) {
    const auto text = request.query.first("part");
    std::int64_t part = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
    return error == std::errc() && part >= 0 && part < 10'000 ? part : 0;
}

/// Everything in one file, as long as no list is too long for it.
std::optional<std::string> all_urls(const App& app, db::Session& session) {
    std::string all = fixed_urls(app);
    for (const List& list : lists()) {
        if (count(session, list) > most_entries) return std::nullopt;
        all += urls(app, session, list, 0);
    }
    return all;
}

}  // namespace

Result<http::Response> sitemap(App& app, const Viewer&, const http::Request& request) {
    const auto name = request.query.first("list");
    if (name == "pages") return xml("urlset", fixed_urls(app));
    return app.database.read([&](db::Session& session) -> Result<http::Response> {
        for (const List& list : lists())
            if (list.table == name) return xml("urlset", urls(app, session, list, part_of(request)));
        const auto all = all_urls(app, session);
        return all ? xml("urlset", *all) : xml("sitemapindex", index_of(app, session));
    });
}

Result<http::Response> robots(App& app, const Viewer&, const http::Request&) {
    return http::content(
        "User-agent: *\nDisallow: /api/\nDisallow: /app/\nDisallow: /s$\nDisallow: /s/\nDisallow: "
        "/search\n\nSitemap: " +
            absolute(app, "/sitemap.xml") + "\n",
        "text/plain; charset=utf-8");
}

}  // namespace konbit::pages
