// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/organizations/organization.hpp"

namespace konbit {

/// Returns the organization with its texts trimmed and its keys for sorting and search made, if it satisfies
/// every rule that needs no database; codes must stand in the reference data.
/// @param current_year  Gregorian year; passed in so that tests control the clock.
/// @return ErrorCode::invalid with one FieldError per broken rule, so that a form can mark them all at once.
Result<Organization> checked(Organization organization, int current_year);
/// The same with everything that the profile says.
Result<OrganizationDetails> checked(OrganizationDetails organization, int current_year);

/// Whether a change of visibility shows the record to more people, which only its owner may decide.
bool is_raised(Visibility before, Visibility after);

}  // namespace konbit
