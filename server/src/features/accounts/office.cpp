// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/office.hpp"

#include <algorithm>

namespace konbit::accounts {

bool is_office(const Grant& grant) {
    return grant.scope == Scope::platform || grant.scope == Scope::country || grant.role == Role::researcher;
}

bool holds_office(const std::vector<Grant>& grants) { return std::ranges::any_of(grants, is_office); }

bool demand_second_factor_of(const std::vector<Grant>& grants, const Config& config) {
    return config.demand_second_factor && holds_office(grants);
}

}  // namespace konbit::accounts
