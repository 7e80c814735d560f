// SPDX-License-Identifier: Apache-2.0
#include "features/rights/unlisting.hpp"

namespace konbit::rights {

namespace {

/// In a small place a line of business or an island is as good as a name.
void blank(db::Session& db, const WaveMemberId& member, std::string_view listing) {
    db.change(R"(
        UPDATE wave_members
        SET listing = $2, membership_id = NULL, organization_id = NULL, label = '', kind = 'other',
            subsector = NULL, subgroup = NULL, country_code = '', participates_in_programme = NULL,
            is_facilitator = FALSE, joined_on = NULL, left_on = NULL
        WHERE id = $1)",
              member, listing);
}

}  // namespace

void take_off_roster(db::Session& db, const WaveMemberId& member) {
    db.change("DELETE FROM answers WHERE alter_id = $1", member);
    db.change("DELETE FROM respondents WHERE wave_member_id = $1", member);
    blank(db, member, "removed");
}

void unname(db::Session& db, const WaveMemberId& member) {
    db.change("UPDATE respondents SET language = NULL WHERE wave_member_id = $1", member);
    blank(db, member, "unnamed");
}

}  // namespace konbit::rights
