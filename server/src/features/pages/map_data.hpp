// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "db/session.hpp"
#include "features/pages/directory_query.hpp"
#include "features/permission/viewer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace konbit::pages {

/// A cluster as a mark on the map.
struct MapCluster {
    std::string slug;
    std::string name;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::string country_code;
    std::optional<std::string> sector;
    std::optional<std::int64_t> member_count;

    static constexpr auto fields() {
        return std::tuple{
            field("slug", &MapCluster::slug),
            field("name", &MapCluster::name),
            field("latitude", &MapCluster::latitude),
            field("longitude", &MapCluster::longitude),
            field("country_code", &MapCluster::country_code),
            field("sector", &MapCluster::sector),
            field("member_count", &MapCluster::member_count),
        };
    }
};

/// An organization as a mark on the map; its place is told as finely as it tells it itself.
struct MapOrganization {
    std::string slug;
    std::string name;
    OrganizationKind kind = OrganizationKind::firm;
    std::optional<double> latitude;
    std::optional<double> longitude;
    std::string country_code;

    static constexpr auto fields() {
        return std::tuple{
            field("slug", &MapOrganization::slug),
            field("name", &MapOrganization::name),
            field("kind", &MapOrganization::kind),
            field("latitude", &MapOrganization::latitude),
            field("longitude", &MapOrganization::longitude),
            field("country_code", &MapOrganization::country_code),
        };
    }
};

/// A country with what of the list lies in it.
struct MapCountry {
    std::string code;
    std::string name;
    std::int64_t clusters = 0;
    std::int64_t organizations = 0;
    double latitude = 0;
    double longitude = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("code", &MapCountry::code),         field("name", &MapCountry::name),
            field("clusters", &MapCountry::clusters), field("organizations", &MapCountry::organizations),
            field("latitude", &MapCountry::latitude), field("longitude", &MapCountry::longitude),
        };
    }
};

/// What the map beside a list draws; the first 200 clusters and organizations of the list.
struct MapData {
    std::vector<MapCluster> clusters;
    std::vector<MapOrganization> organizations;
    std::vector<MapCountry> countries;  ///< Those with anything in them.

    static constexpr auto fields() {
        return std::tuple{
            field("clusters", &MapData::clusters),
            field("organizations", &MapData::organizations),
            field("countries", &MapData::countries),
        };
    }
};

Result<MapData> map_data(db::Session& session, const Viewer& viewer, const DirectoryQuery& query,
                         std::string_view language);

/// The countries alone, for pages without script.
/// @param only  The country that the list is narrowed to; empty for all. Facets count every country, so that
/// a reader
///              can go over to another one; the map shows what the list shows.
std::vector<MapCountry> map_countries(const std::vector<Facet>& clusters,
                                      const std::vector<Facet>& organizations, std::string_view language,
                                      std::string_view only = {});

}  // namespace konbit::pages
