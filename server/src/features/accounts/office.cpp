// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/office.hpp"

#include <algorithm>
#include <atomic>

namespace konbit::accounts {

namespace {

std::atomic<bool> is_factor_demanded = false;

}  // namespace

bool is_office(const Grant& grant) {
    return grant.scope == Scope::platform || grant.scope == Scope::country || grant.role == Role::researcher;
}

bool holds_office(const std::vector<Grant>& grants) { return std::ranges::any_of(grants, is_office); }

void demand_second_factor(bool is_demanded) { is_factor_demanded = is_demanded; }

bool demand_second_factor_of(const std::vector<Grant>& grants) {
    return is_factor_demanded && holds_office(grants);
}

}  // namespace konbit::accounts
