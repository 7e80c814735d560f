// SPDX-License-Identifier: Apache-2.0
#include "features/rights/unlisting.hpp"

#include "features/introductions/introduction_store.hpp"

namespace konbit::rights {

namespace {

/// What others wrote of the member, and what it let them see.
void forget_around(db::Session& db, const WaveMemberId& member) {
    introductions::forget(db, member);
    db.change("DELETE FROM unlisted_organizations WHERE wave_member_id = $1", member);
    db.change("DELETE FROM room_members WHERE wave_member_id = $1", member);
    db.change("DELETE FROM answer_corrections WHERE alter_id = $1", member);
    db.change("DELETE FROM disputed_ties WHERE namer_id = $1", member);
    db.change("UPDATE respondents SET shares_with_members = FALSE WHERE wave_member_id = $1", member);
}

/// In a small place a line of business or an island is as good as a name.
void blank(db::Session& db, const WaveMemberId& member, std::string_view listing) {
    forget_around(db, member);
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
    db.change(
        "UPDATE respondents SET person_id = NULL, language = NULL, handed_at = NULL, mailed_at = NULL"
        " WHERE wave_member_id = $1",
        member);
    blank(db, member, "unnamed");
}

void forget_person(db::Session& db, const RespondentId& respondent) {
    db.change(
        "UPDATE respondents SET person_id = NULL, language = NULL, handed_at = NULL, mailed_at = NULL"
        " WHERE id = $1",
        respondent);
}

}  // namespace konbit::rights
