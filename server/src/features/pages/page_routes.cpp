// SPDX-License-Identifier: Apache-2.0
#include "features/pages/page_routes.hpp"

#include "db/database.hpp"
#include "features/pages/list_pages.hpp"
#include "features/pages/map_data.hpp"
#include "features/pages/profile_pages.hpp"
#include "features/pages/text_pages.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

Result<pages::MapData> map(App& app, const Viewer& viewer, const http::Request& request) {
    const auto query = pages::DirectoryQuery::of(request);
    return app.database.read(
        [&](db::Session& session) { return pages::map_data(session, viewer, query, request.language); });
}

}  // namespace

std::span<const http::Route<App>> page_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/", "The clusters of the region", anyone, pages::home),
        http::route(get, "/clusters", "Clusters, with filters", anyone, pages::clusters_page),
        http::route(get, "/clusters/{slug}", "One cluster", anyone, pages::cluster_page),
        http::route(get, "/organizations", "Organizations, with filters", anyone, pages::organizations_page),
        http::route(get, "/organizations/{slug}", "One organization", anyone, pages::organization_page),
        http::route(get, "/countries", "The countries of the region", anyone, pages::countries_page),
        http::route(get, "/countries/{code}", "One country", anyone, pages::country_page),
        http::route(get, "/search", "What words find in the directory", anyone, pages::search_page),
        http::route(get, "/about", "What Konbit is", anyone, pages::about_page),
        http::route(get, "/privacy", "What is kept of whom", anyone, pages::privacy_page),
        http::route(get, "/sitemap.xml", "The public pages, for search engines", anyone, pages::sitemap),
        http::route(get, "/robots.txt", "Where search engines may go", anyone, pages::robots),
        http::route(get, "/api/map", "What the map beside a list draws, under the filters of the list",
                    anyone, map),
    };
    return all;
}

}  // namespace konbit
