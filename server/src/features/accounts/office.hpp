// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/permission/grant.hpp"

#include <vector>

namespace konbit::accounts {

/// Whether the role is an office over data of others beyond one cluster or organization: any on the platform
/// or in a country, and that of a researcher, who takes figures away, wherever it is held.
bool is_office(const Grant& grant);

/// Whether one of them is, also one that is held for somebody else.
bool holds_office(const std::vector<Grant>& grants);

/// Whether those grants may not be used by one factor alone.
bool demand_second_factor_of(const std::vector<Grant>& grants, const Config& config);

}  // namespace konbit::accounts
