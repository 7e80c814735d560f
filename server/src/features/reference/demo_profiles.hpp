// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.hpp"
#include "core/result.hpp"
#include "features/clusters/stage_change.hpp"
#include "features/organizations/organization.hpp"
#include "features/reference/demo_directory.hpp"

#include <map>
#include <string>
#include <vector>

namespace konbit {

/// What data/demo/profiles.json adds to the rows of the demonstration, by slug.
struct DemoProfiles {
    std::map<std::string, RawJson> organizations;  ///< As the body of a PATCH.
    std::map<std::string, RawJson> clusters;
    std::map<std::string, std::vector<StageChange>> stages;

    static constexpr auto fields() {
        return std::tuple{field("organizations", &DemoProfiles::organizations),
                          field("clusters", &DemoProfiles::clusters), field("stages", &DemoProfiles::stages)};
    }

    static Result<DemoProfiles> read();

    /// Adds what the profiles say of a record and confirms it on the day of its last confirmation, its dates
    /// moved by `shift` (those of the record itself are moved already).
    Result<void> complete(OrganizationDetails& organization, const QuarterShift& shift) const;
    Result<void> complete(ClusterDetails& cluster, const QuarterShift& shift) const;
};

}  // namespace konbit
