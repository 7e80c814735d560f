// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "db/database.hpp"
#include "features/memberships/membership.hpp"

#include <functional>
#include <map>
#include <string>

namespace konbit {

/// By how much the dates of data/demo are moved, so that its demonstration day falls into the present
/// quarter.
struct QuarterShift {
    int quarters = 0;

    /// The same day so many quarters later; the last day of a month that has no such day.
    Date operator()(Date date) const;
    Instant operator()(Instant at) const;
};

/// The shift that brings `written_for` into the quarter of `today`.
QuarterShift shift_to(Date written_for, Date today);

/// The day for which the story of data/demo/story.toml is written.
Result<Date> demonstration_day();

/// What stands where in the directory of the demonstration, for the surveys and accounts that refer to it.
struct DemoDirectory {
    QuarterShift shift;
    std::map<std::string, ClusterId, std::less<>> clusters;            ///< By slug.
    std::map<std::string, OrganizationId, std::less<>> organizations;  ///< By number: "M01".
    std::map<std::string, MembershipId, std::less<>> memberships;      ///< By number, in the main cluster.
};

/// Loads the invented clusters, organizations and members of data/demo; what is there already stays as it is.
/// Reference data must have been loaded.
/// @return The first row that breaks a rule.
Result<DemoDirectory> load_demo_directory(db::Database& database, Instant now);

}  // namespace konbit
