// SPDX-License-Identifier: Apache-2.0
#include "features/introductions/willingness.hpp"

#include "db/columns.hpp"

namespace konbit::introductions {

std::vector<MembershipId> list_refusing(db::Session& db, const ClusterId& cluster) {
    return db.query<MembershipId>(
        "SELECT m.id FROM introduction_refusals r JOIN memberships m ON m.id = r.membership_id"
        " WHERE m.cluster_id = $1",
        cluster);
}

IntroductionWillingness find_willingness(db::Session& db, const MembershipId& member) {
    return {db.value<std::int64_t>("SELECT count(*) FROM introduction_refusals WHERE membership_id = $1",
                                   member) == 0};
}

void set_willing(db::Session& db, const MembershipId& member, bool is_willing, Instant now) {
    if (is_willing)
        db.change("DELETE FROM introduction_refusals WHERE membership_id = $1", member);
    else
        db.change(
            "INSERT INTO introduction_refusals (membership_id, refused_at) VALUES ($1, $2)"
            " ON CONFLICT (membership_id) DO NOTHING",
            member, now);
}

std::optional<MembershipId> membership_of(db::Session& db, const Respondent& by) {
    return db.value<std::optional<MembershipId>>(
        "SELECT m.membership_id FROM respondents r JOIN wave_members m ON m.id = r.wave_member_id"
        " WHERE r.id = $1",
        by.respondent());
}

}  // namespace konbit::introductions
