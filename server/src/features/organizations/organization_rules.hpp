// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/organizations/organization.hpp"

#include <string_view>

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

/// A refusal that speaks of one field.
std::unexpected<Error> forbidden_at(std::string_view pointer, std::string_view reason);

/// What only the people of a record may say of it, and where it may be moved to.
/// @param speaks_for_it  Whether the editor is one of its people.
template <class Record, class Editor>
Result<void> check_reach(const Record& stored, const Record& wanted, const Editor& by, bool speaks_for_it) {
    if (is_raised(stored.visibility, wanted.visibility) && !speaks_for_it)
        return forbidden_at("/visibility", "owner_only");
    if (wanted.country_code != stored.country_code && !by.may_move_to(wanted.country_code))
        return forbidden_at("/country_code", "other_country");
    return {};
}

}  // namespace konbit
