// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/memberships/roster_reader.hpp"

#include <set>
#include <string>
#include <vector>

namespace konbit {

/// An organization of the directory that a row may mean.
struct KnownOrganization {
    OrganizationId id{};
    std::string name;
    std::string name_folded;
    std::string country_code;
    bool is_member = false;  ///< Of the cluster into which is imported.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &KnownOrganization::id, Access::read_only),
            field("name", &KnownOrganization::name, Access::read_only),
            field("name_folded", &KnownOrganization::name_folded, Access::read_only),
            field("country_code", &KnownOrganization::country_code, Access::read_only),
            field("is_member", &KnownOrganization::is_member, Access::read_only),
        };
    }
};

/// What the facilitator decided after seeing the preview.
struct RosterChoices {
    std::set<int> skip_rows;  ///< Left out, whatever they are.
    std::set<int> new_rows;   ///< No duplicate, although they resemble something.
};

/// Decides what happens to every row: rows that repeat an earlier one fill its gaps and are skipped, rows
/// that resemble an organization of the same country are linked to it, the others create one.
/// @param known  Organizations that the facilitator may see.
/// @complexity O(rows * (rows + known)) comparisons of names.
void plan_roster(std::vector<RosterDraft>& drafts, const std::vector<KnownOrganization>& known,
                 const RosterChoices& choices = {});

RosterCounts counts_of(const std::vector<RosterDraft>& drafts);

/// One FieldError "row:12/email" per problem of a row that is not skipped and cannot be imported.
std::vector<FieldError> blocking_problems(const std::vector<RosterDraft>& drafts);

}  // namespace konbit
