// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "features/duplicates/score.hpp"
#include "features/organizations/organization.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace konbit::duplicates {

/// One of two records that resemble each other, as far as telling them apart needs it.
struct Twin {
    OrganizationId id{};
    std::string slug;
    std::string name;
    std::optional<std::string> acronym;
    OrganizationKind kind = OrganizationKind::firm;
    std::string country_code;
    std::optional<std::string> locality;
    std::optional<std::string> website;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Twin::id),
            field("slug", &Twin::slug),
            field("name", &Twin::name),
            field("acronym", &Twin::acronym),
            field("kind", &Twin::kind),
            field("country_code", &Twin::country_code),
            field("locality", &Twin::locality),
            field("website", &Twin::website),
        };
    }
};

/// Two organizations of the directory that may be one.
struct DuplicatePair {
    Twin first;  ///< The one that came first into the directory.
    Twin second;
    double score = 0;  ///< 0 to 1, at least `possible`.
    std::vector<Reason> reasons;

    static constexpr auto fields() {
        return std::tuple{
            field("first", &DuplicatePair::first),
            field("second", &DuplicatePair::second),
            field("score", &DuplicatePair::score),
            field("reasons", &DuplicatePair::reasons),
        };
    }
};

/// Somebody's word that two records are two organizations.
struct KnownApart {
    OrganizationId first_id{};
    OrganizationId second_id{};

    static constexpr auto fields() {
        return std::tuple{field("first_id", &KnownApart::first_id),
                          field("second_id", &KnownApart::second_id)};
    }
};

}  // namespace konbit::duplicates
