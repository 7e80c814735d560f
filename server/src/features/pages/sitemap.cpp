// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/text_pages.hpp"
#include "features/permission/register_viewer.hpp"
#include "features/reference/reference_book.hpp"

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

/// A sitemap may hold 50,000 addresses; the directory keeps well below.
constexpr int most_entries = 20'000;

std::vector<Entry> entries(db::Session& session, const std::string& table, const std::string& condition) {
    return session.query<Entry>("SELECT r.slug, r.updated_at FROM " + table +
                                    " r WHERE r.is_demo = FALSE AND " + condition +
                                    " ORDER BY r.slug LIMIT $1",
                                most_entries);
}

std::string url(const App& app, const std::string& path, std::string_view changed_on = {}) {
    // Slugs and country codes hold nothing that XML would have to escape.
    std::string element = "<url><loc>" + absolute(app, path) + "</loc>";
    if (!changed_on.empty()) element += "<lastmod>" + std::string(changed_on) + "</lastmod>";
    return element + "</url>\n";
}

std::string urls(const App& app, const std::string& folder, const std::vector<Entry>& entries) {
    std::string all;
    for (const auto& entry : entries) all += url(app, folder + entry.slug, utc_date(entry.updated_at).str());
    return all;
}

}  // namespace

Result<http::Response> sitemap(App& app, const Viewer&, const http::Request&) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
        "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (const auto* path : {"/", "/clusters", "/organizations", "/projects", "/experts", "/countries",
                             "/sectors", "/about", "/privacy"})
        xml += url(app, path);
    for (const auto& country : reference().data().countries) xml += url(app, "/countries/" + country.code);
    // Search engines are visitors, whoever asks for the file.
    const Viewer visitor = Viewer::anonymous();
    app.database.read([&](db::Session& session) {
        xml += urls(app, "/clusters/", entries(session, "clusters", clusters_visible_to(visitor, "r")));
        xml += urls(app, "/organizations/",
                    entries(session, "organizations", organizations_visible_to(visitor, "r")));
        xml += urls(app, "/experts/", entries(session, "experts", experts_visible_to(visitor, "r")));
        xml += urls(app, "/projects/", entries(session, "projects", projects_visible_to(visitor, "r")));
    });
    return http::content(xml + "</urlset>\n", "application/xml; charset=utf-8");
}

Result<http::Response> robots(App& app, const Viewer&, const http::Request&) {
    return http::content(
        "User-agent: *\nDisallow: /api/\nDisallow: /app/\nDisallow: /s$\nDisallow: /s/\nDisallow: "
        "/search\n\nSitemap: " +
            absolute(app, "/sitemap.xml") + "\n",
        "text/plain; charset=utf-8");
}

}  // namespace konbit::pages
