// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/localized.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/permission/register_capabilities.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// What a factsheet tells of a country's cluster policy, in its order.
enum class FactKind {
    law,
    programme,
    budget,
    host_body,  ///< The office that answers for clusters.
    committee,  ///< The steering committee.
    monitoring_evaluation,
};
constexpr auto names(FactKind) {
    return std::to_array<std::string_view>(
        {"law", "programme", "budget", "host_body", "committee", "monitoring_evaluation"});
}

/// One dated and sourced statement of a factsheet (glossary: "country fact").
struct CountryFact {
    FactId id{};
    std::string country_code;
    FactKind kind = FactKind::law;
    Localized statement;
    std::optional<std::int64_t> amount_minor;  ///< In the smallest unit of the currency, given together.
    std::optional<std::string> currency;
    std::optional<int> year;                        ///< For which it holds; a budget names it.
    std::optional<OrganizationId> organization_id;  ///< The body that it is about.
    std::string source;
    std::optional<std::string> source_url;
    Date as_of{};  ///< Day for which the source speaks.
    std::optional<AccountId> author_id;
    bool is_by_country = false;  ///< Written by an office of the country itself.
    std::optional<AccountId> confirmed_by;
    std::optional<Instant> confirmed_at;  ///< When the country said that it is right; empty after a change.
    bool is_demo = false;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &CountryFact::id, Access::read_only),
            field("country_code", &CountryFact::country_code),
            field("kind", &CountryFact::kind),
            field("statement", &CountryFact::statement).defaulted(),
            field("amount_minor", &CountryFact::amount_minor),
            field("currency", &CountryFact::currency),
            field("year", &CountryFact::year),
            field("organization_id", &CountryFact::organization_id),
            field("source", &CountryFact::source),
            field("source_url", &CountryFact::source_url),
            field("as_of", &CountryFact::as_of),
            field("author_id", &CountryFact::author_id, Access::never_sent),
            field("is_by_country", &CountryFact::is_by_country, Access::never_sent),
            field("confirmed_by", &CountryFact::confirmed_by, Access::never_sent),
            field("confirmed_at", &CountryFact::confirmed_at, Access::read_only),
            field("is_demo", &CountryFact::is_demo, Access::read_only),
            field("version", &CountryFact::version, Access::read_only),
            field("created_at", &CountryFact::created_at, Access::read_only),
            field("updated_at", &CountryFact::updated_at, Access::read_only),
        };
    }
};

/// A fact with the body that it is about, where the viewer may see that.
struct CountryFactProfile : CountryFact {
    std::optional<std::string> organization_name;
    std::optional<std::string> organization_slug;

    static constexpr auto fields() {
        return std::tuple_cat(
            CountryFact::fields(),
            std::tuple{
                field("organization_name", &CountryFactProfile::organization_name, Access::read_only),
                field("organization_slug", &CountryFactProfile::organization_slug, Access::read_only),
            });
    }
};

/// The factsheet of one country; short enough never to need pages.
struct Factsheet {
    std::vector<CountryFactProfile> items;  ///< By kind, the latest year first.
    std::vector<FactKind> missing;          ///< Kinds of which nothing is known.

    static constexpr auto fields() {
        return std::tuple{
            field("items", &Factsheet::items, Access::read_only),
            field("missing", &Factsheet::missing, Access::read_only),
        };
    }
};

}  // namespace konbit
