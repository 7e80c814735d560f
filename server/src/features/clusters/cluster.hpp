// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/localized.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "core/visibility.hpp"
#include "features/organizations/listing.hpp"
#include "features/permission/viewer.hpp"
#include "features/profiles/profile.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// How far a cluster has come; described, never ranked (reference list "stage").
enum class Stage { s0, s1, s2, s3, s4, s5, sx };
constexpr auto names(Stage) {
    return std::to_array<std::string_view>({"s0", "s1", "s2", "s3", "s4", "s5", "sx"});
}

/// How much of a listing was checked (glossary: "tier").
enum class Tier {
    listed,    ///< Three firms or more and a named contact.
    active,    ///< Active within twelve months, with a members' agreement.
    verified,  ///< Evidence was reviewed.
};
constexpr auto names(Tier) { return std::to_array<std::string_view>({"listed", "active", "verified"}); }

/// Neighboring, interconnected firms and institutions of one field that work together (glossary: "cluster").
struct Cluster {
    ClusterId id{};
    std::string slug;  ///< Its web address under /clusters/; made from the name when none is given.
    std::string name;  ///< 1-200 code points after trimming.
    std::optional<std::string> acronym;
    std::string country_code;            ///< Of its seat, ISO 3166-1 alpha-2.
    std::vector<std::string> countries;  ///< Where its members come from, the seat first.
    std::optional<std::string> locality;
    std::optional<double> latitude;   ///< Degrees north; given together with longitude or not at all.
    std::optional<double> longitude;  ///< Degrees east.
    std::optional<std::string> website;
    std::optional<std::string> sector;       ///< ISIC division.
    std::optional<int> stated_member_count;  ///< As it says itself; shown while no roster is kept here.
    std::vector<std::string> objectives;     ///< Codes of reference list "objective", most important first.
    Stage stage = Stage::s0;
    Tier tier = Tier::listed;
    Localized description;
    Visibility visibility = Visibility::public_;
    Publication publication = Publication::draft;
    Claim claim = Claim::unclaimed;
    std::optional<std::string> source;
    std::optional<std::string> source_url;
    std::optional<Date> as_of;
    std::optional<Date> last_confirmed_on;
    bool is_demo = false;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};
    std::string sort_key;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Cluster::id, Access::read_only),
            field("slug", &Cluster::slug).defaulted(),
            field("name", &Cluster::name),
            field("acronym", &Cluster::acronym),
            field("country_code", &Cluster::country_code),
            field("countries", &Cluster::countries),
            field("locality", &Cluster::locality),
            field("latitude", &Cluster::latitude),
            field("longitude", &Cluster::longitude),
            field("website", &Cluster::website),
            field("sector", &Cluster::sector),
            field("stated_member_count", &Cluster::stated_member_count),
            field("objectives", &Cluster::objectives),
            field("stage", &Cluster::stage).defaulted(),
            field("tier", &Cluster::tier, Access::read_only),
            field("description", &Cluster::description).defaulted(),
            field("visibility", &Cluster::visibility, Access::owner_only).defaulted(),
            field("publication", &Cluster::publication).defaulted(),
            field("claim", &Cluster::claim, Access::read_only),
            field("source", &Cluster::source),
            field("source_url", &Cluster::source_url),
            field("as_of", &Cluster::as_of),
            field("last_confirmed_on", &Cluster::last_confirmed_on),
            field("is_demo", &Cluster::is_demo, Access::read_only),
            field("version", &Cluster::version, Access::read_only),
            field("created_at", &Cluster::created_at, Access::read_only),
            field("updated_at", &Cluster::updated_at, Access::read_only),
            field("sort_key", &Cluster::sort_key, Access::never_sent),
        };
    }
};

/// A cluster with the number of its members.
struct ClusterProfile : Cluster {
    std::optional<std::int64_t> member_count;  ///< Of the roster, else as stated; empty when nobody knows.

    static constexpr auto fields() {
        return std::tuple_cat(
            Cluster::fields(),
            std::tuple{field("member_count", &ClusterProfile::member_count, Access::read_only)});
    }
};

/// A cluster with everything that its profile says; lists carry the ClusterProfile alone.
struct ClusterDetails : Cluster, ProfileDetails {
    std::optional<int> founded_year;  ///< In which it began to work together.

    static constexpr auto fields() {
        return std::tuple_cat(Cluster::fields(), ProfileDetails::fields(),
                              std::tuple{field("founded_year", &ClusterDetails::founded_year)});
    }
};

/// The same with the number of its members.
struct ShownCluster : ClusterDetails {
    std::optional<std::int64_t> member_count;  ///< As of ClusterProfile.

    static constexpr auto fields() {
        return std::tuple_cat(
            ClusterDetails::fields(),
            std::tuple{field("member_count", &ShownCluster::member_count, Access::read_only)});
    }
};

}  // namespace konbit
