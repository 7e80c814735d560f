// SPDX-License-Identifier: Apache-2.0
#include "features/pages/page_routes.hpp"

#include "db/database.hpp"
#include "features/pages/downloads.hpp"
#include "features/pages/embed_pages.hpp"
#include "features/pages/expert_pages.hpp"
#include "features/pages/feeds.hpp"
#include "features/pages/list_pages.hpp"
#include "features/pages/map_data.hpp"
#include "features/pages/previews.hpp"
#include "features/pages/profile_pages.hpp"
#include "features/pages/project_pages.hpp"
#include "features/pages/sector_pages.hpp"
#include "features/pages/text_pages.hpp"
#include "features/permission/register_policies.hpp"

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
        http::route(get, "/organizations/{slug}", "One organization; with .vcf at the end its vCard", anyone,
                    pages::organization_page),
        http::route(get, "/embed/clusters/{slug}", "A card of a cluster, for the frames of other sites",
                    anyone, pages::embedded_cluster),
        http::route(get, "/embed/organizations/{slug}",
                    "A card of an organization, for the frames of other sites", anyone,
                    pages::embedded_organization),
        http::route(get, "/previews/clusters/{file}", "A drawn picture of a cluster, for previews of links",
                    anyone, pages::cluster_preview),
        http::route(get, "/previews/organizations/{file}",
                    "A drawn picture of an organization, for previews of links", anyone,
                    pages::organization_preview),
        http::route(get, "/previews/konbit.png", "The picture of the site, for previews of links", anyone,
                    pages::site_preview_picture),
        http::route(get, "/projects", "Cluster projects, with filters", anyone, pages::projects_page),
        http::route(get, "/projects/{slug}", "One cluster project", anyone, pages::project_page),
        http::route(get, "/projects.csv", "The public cluster projects as a table", anyone,
                    pages::projects_csv),
        http::route(get, "/projects.json", "The public cluster projects as JSON", anyone,
                    pages::projects_json),
        http::route(get, "/experts", "Experts, with filters", anyone, pages::experts_page),
        http::route(get, "/experts/{slug}", "One expert", anyone, pages::expert_page),
        http::route(post, "/experts/{slug}", "Passes a message on to an expert", anyone,
                    pages::write_to_expert),
        http::route(get, "/experts/consent", "What an expert is asked to confirm", holding_expert_link,
                    pages::expert_consent_page),
        http::route(post, "/experts/consent", "Publishes or erases the own profile", holding_expert_link,
                    pages::answer_expert_consent),
        http::route(get, "/countries", "The countries of the region", anyone, pages::countries_page),
        http::route(get, "/countries/{code}", "One country", anyone, pages::country_page),
        http::route(get, "/clusters.csv", "The public clusters as a table, with filters", anyone,
                    pages::clusters_csv),
        http::route(get, "/clusters.json", "The public clusters as data, with filters", anyone,
                    pages::clusters_json),
        http::route(get, "/organizations.csv", "The public organizations as a table, with filters", anyone,
                    pages::organizations_csv),
        http::route(get, "/organizations.json", "The public organizations as data, with filters", anyone,
                    pages::organizations_json),
        http::route(get, "/feeds/clusters.rss", "What is new among the clusters, with filters", anyone,
                    pages::clusters_feed),
        http::route(get, "/feeds/organizations.rss", "What is new among the organizations, with filters",
                    anyone, pages::organizations_feed),
        http::route(get, "/sectors", "The directory by sector", anyone, pages::sectors_page),
        http::route(get, "/sectors/{code}", "One sector", anyone, pages::sector_page),
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
