// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace konbit {

/// A state or territory of the region. Its names stand in reference list "country".
struct Country {
    std::string code;          ///< ISO 3166-1 alpha-2.
    std::string alpha3;        ///< ISO 3166-1 alpha-3.
    std::string numeric_code;  ///< ISO 3166-1 numeric, three digits.
    std::string currency;      ///< ISO 4217.
    std::optional<std::string>
        usd_peg;            ///< Units of `currency` for one US dollar, a decimal; empty when it floats.
    std::string time_zone;  ///< IANA.
    std::string dial_code;  ///< "+1-473".
    std::vector<std::string> languages;  ///< Official ones, ISO 639, most used first.
    std::vector<std::string> groups;     ///< Codes of reference list "country_group".
    double latitude = 0;                 ///< Degrees north of the point that stands for it on a map.
    double longitude = 0;                ///< Degrees east.
    int fiscal_year_start_month = 1;     ///< 1-12; April and October are common.
    std::optional<std::string> data_protection_law;
    std::optional<Date> law_as_of;  ///< Day for which the law was looked up.
    std::optional<std::string> source;

    static constexpr auto fields() {
        return std::tuple{
            field("code", &Country::code, Access::read_only),
            field("alpha3", &Country::alpha3, Access::read_only),
            field("numeric_code", &Country::numeric_code, Access::read_only),
            field("currency", &Country::currency, Access::read_only),
            field("usd_peg", &Country::usd_peg, Access::read_only),
            field("time_zone", &Country::time_zone, Access::read_only),
            field("dial_code", &Country::dial_code, Access::read_only),
            field("languages", &Country::languages, Access::read_only),
            field("groups", &Country::groups, Access::read_only),
            field("latitude", &Country::latitude, Access::read_only),
            field("longitude", &Country::longitude, Access::read_only),
            field("fiscal_year_start_month", &Country::fiscal_year_start_month, Access::read_only),
            field("data_protection_law", &Country::data_protection_law, Access::read_only),
            field("law_as_of", &Country::law_as_of, Access::read_only),
            field("source", &Country::source, Access::read_only),
        };
    }
};

/// A country with its name and with what the reader may see in it.
struct CountryProfile : Country {
    std::string name;
    std::int64_t cluster_count = 0;  ///< Clusters with their seat or members there that the reader may see.
    std::int64_t organization_count = 0;  ///< Organizations there that the reader may see.

    static constexpr auto fields() {
        return std::tuple_cat(
            Country::fields(),
            std::tuple{
                field("name", &CountryProfile::name, Access::read_only),
                field("cluster_count", &CountryProfile::cluster_count, Access::read_only),
                field("organization_count", &CountryProfile::organization_count, Access::read_only),
            });
    }
};

/// Every country, in the order of their names in the reader's language.
struct CountryList {
    std::vector<CountryProfile> items;

    static constexpr auto fields() {
        return std::tuple{field("items", &CountryList::items, Access::read_only)};
    }
};

}  // namespace konbit
