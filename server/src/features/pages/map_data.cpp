// SPDX-License-Identifier: Apache-2.0
#include "features/pages/map_data.hpp"

#include "features/reference/reference_book.hpp"

#include <algorithm>

namespace konbit::pages {

namespace {

std::int64_t count_in(const std::vector<Facet>& facets, std::string_view code) {
    const auto found = std::ranges::find(facets, code, &Facet::code);
    return found == facets.end() ? 0 : found->count;
}

MapCluster mark_of(ClusterProfile cluster) {
    return {std::move(cluster.slug), std::move(cluster.name),         cluster.latitude,
            cluster.longitude,       std::move(cluster.country_code), std::move(cluster.sector),
            cluster.member_count};
}

MapOrganization mark_of(Organization organization) {
    return {std::move(organization.slug), std::move(organization.name), organization.kind,
            organization.latitude,        organization.longitude,       std::move(organization.country_code)};
}

}  // namespace

std::vector<MapCountry> map_countries(const std::vector<Facet>& clusters,
                                      const std::vector<Facet>& organizations, std::string_view language,
                                      std::string_view only) {
    std::vector<MapCountry> all;
    for (const auto& country : reference().data().countries) {
        if (!only.empty() && country.code != only) continue;
        MapCountry mark{country.code,
                        std::string(reference().name("country", country.code, language)),
                        count_in(clusters, country.code),
                        count_in(organizations, country.code),
                        country.latitude,
                        country.longitude};
        if (mark.clusters + mark.organizations > 0) all.push_back(std::move(mark));
    }
    return all;
}

Result<MapData> map_data(db::Session& session, const Viewer& viewer, const DirectoryQuery& query,
                         std::string_view language) {
    const PageRequest whole{{}, PageRequest::largest_size};
    const auto clusters_filter = query.for_clusters();
    const auto organizations_filter = query.for_organizations();
    KONBIT_TRY(auto found, clusters::list(session, viewer, clusters_filter, Sort::name, whole));
    KONBIT_TRY(auto others, organizations::list(session, viewer, organizations_filter, Sort::name, whole));
    MapData data;
    for (auto& each : found.items) data.clusters.push_back(mark_of(std::move(each)));
    for (auto& each : others.items) data.organizations.push_back(mark_of(std::move(each)));
    data.countries = map_countries(clusters::facets(session, viewer, clusters_filter).countries,
                                   organizations::facets(session, viewer, organizations_filter).countries,
                                   language, query.country);
    return data;
}

}  // namespace konbit::pages
