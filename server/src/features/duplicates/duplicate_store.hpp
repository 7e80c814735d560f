// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "db/session.hpp"
#include "features/duplicates/score.hpp"
#include "features/permission/viewer.hpp"

#include <string>
#include <vector>

namespace konbit::duplicates {

/// An organization of the directory that may be the one described.
struct Duplicate {
    OrganizationId id{};
    std::string slug;
    std::string name;
    std::string country_code;
    double score = 0;  ///< 0 to 1; `certain` and above is taken for the same.
    std::vector<Reason> reasons;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Duplicate::id),       field("slug", &Duplicate::slug),
            field("name", &Duplicate::name),   field("country_code", &Duplicate::country_code),
            field("score", &Duplicate::score), field("reasons", &Duplicate::reasons),
        };
    }
};

/// The organizations that the viewer may see and that are at least `possible` alike, the most alike first, at
/// most five: "already here?" before something is added, and what may be merged.
/// @complexity O(organizations of the country) comparisons, and those of the same website elsewhere.
std::vector<Duplicate> find(db::Session& session, const Viewer& viewer, const Described& candidate);

}  // namespace konbit::duplicates
