// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/localized.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "core/visibility.hpp"
#include "features/organizations/listing.hpp"
#include "features/permission/viewer.hpp"
#include "features/profiles/capability.hpp"
#include "features/profiles/profile.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace konbit {

enum class OrganizationKind {
    firm,
    cooperative,
    bso,  ///< Business support organization: chamber, export agency, enterprise center.
    association,
    academia,
    research,
    public_body,
    finance,
    non_profit,
    other,
};
constexpr auto names(OrganizationKind) {
    return std::to_array<std::string_view>({"firm", "cooperative", "bso", "association", "academia",
                                            "research", "public_body", "finance", "non_profit", "other"});
}

/// By persons employed: micro under 10, small under 50, medium under 250.
enum class SizeBand { micro, small, medium, large };
constexpr auto names(SizeBand) {
    return std::to_array<std::string_view>({"micro", "small", "medium", "large"});
}

/// A firm or institution that can belong to clusters (glossary: "organization").
struct Organization {
    OrganizationId id{};
    std::string slug;  ///< Its web address under /organizations/; made from the name when none is given.
    std::string name;  ///< As it writes itself; 1-200 code points after trimming.
    std::optional<std::string> acronym;
    OrganizationKind kind = OrganizationKind::firm;
    std::string country_code;             ///< ISO 3166-1 alpha-2.
    std::optional<std::string> locality;  ///< Town, village or parish.
    std::optional<double> latitude;       ///< Degrees north; given together with longitude or not at all.
    std::optional<double> longitude;      ///< Degrees east.
    std::optional<std::string> website;   ///< http or https.
    std::optional<int> founded_year;      ///< Gregorian calendar year; empty when unknown, never 0.
    std::optional<SizeBand> size_band;
    std::optional<std::string> sector;  ///< ISIC division: a code of reference list "isic" that has a parent.
    Localized description;
    Visibility visibility = Visibility::public_;
    Publication publication = Publication::draft;
    Claim claim = Claim::unclaimed;
    std::optional<std::string> source;  ///< Where the record comes from, in words.
    std::optional<std::string> source_url;
    std::optional<Date> as_of;              ///< Day for which the source speaks.
    std::optional<Date> last_confirmed_on;  ///< Day on which the organization last said that this is right.
    bool is_demo = false;                   ///< Invented; every page about it says so.
    std::int64_t version = 1;               ///< Grows by one with every change; compared with If-Match.
    Instant created_at{};
    Instant updated_at{};
    std::string sort_key;     ///< ICU sort key of the name.
    std::string name_folded;  ///< For search and duplicate checks.

    /// The one list from which columns, JSON, OpenAPI and the audit log are derived, in this order.
    static constexpr auto fields() {
        return std::tuple{
            field("id", &Organization::id, Access::read_only),
            field("slug", &Organization::slug).defaulted(),
            field("name", &Organization::name),
            field("acronym", &Organization::acronym),
            field("kind", &Organization::kind),
            field("country_code", &Organization::country_code),
            field("locality", &Organization::locality),
            field("latitude", &Organization::latitude),
            field("longitude", &Organization::longitude),
            field("website", &Organization::website),
            field("founded_year", &Organization::founded_year),
            field("size_band", &Organization::size_band),
            field("sector", &Organization::sector),
            field("description", &Organization::description).defaulted(),
            field("visibility", &Organization::visibility, Access::owner_only).defaulted(),
            field("publication", &Organization::publication).defaulted(),
            field("claim", &Organization::claim, Access::read_only),
            field("source", &Organization::source),
            field("source_url", &Organization::source_url),
            field("as_of", &Organization::as_of),
            field("last_confirmed_on", &Organization::last_confirmed_on),
            field("is_demo", &Organization::is_demo, Access::read_only),
            field("version", &Organization::version, Access::read_only),
            field("created_at", &Organization::created_at, Access::read_only),
            field("updated_at", &Organization::updated_at, Access::read_only),
            field("sort_key", &Organization::sort_key, Access::never_sent),
            field("name_folded", &Organization::name_folded, Access::never_sent),
        };
    }
};

/// An organization with everything that its profile says; lists carry the Organization alone.
struct OrganizationDetails : Organization, ProfileDetails, CapabilityCard {
    /// Said by the organization itself, which is its consent to be shown as such; empty when it does not say.
    std::optional<bool> women_led;

    static constexpr auto fields() {
        return std::tuple_cat(
            Organization::fields(), ProfileDetails::fields(), CapabilityCard::fields(),
            std::tuple{field("women_led", &OrganizationDetails::women_led, Access::owner_only)});
    }
};

}  // namespace konbit
