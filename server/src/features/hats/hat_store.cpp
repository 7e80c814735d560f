// SPDX-License-Identifier: Apache-2.0
#include "db/columns.hpp"
#include "features/hats/hat.hpp"

#include <algorithm>

namespace konbit::hats {

std::vector<Hat> list_hats(db::Session& db, const Respondent& by) {
    auto hats = db.query<Hat>(R"(
        SELECT w.id, w.label, r.state, r.id = $1
        FROM respondents mine
        JOIN wave_members own ON own.id = mine.wave_member_id
        JOIN waves v ON v.id = mine.wave_id
        JOIN contact_roles a ON a.cluster_id = v.cluster_id AND a.organization_id = own.organization_id
             AND a.is_primary
        JOIN people p ON p.id = a.person_id
        JOIN contact_roles b ON b.cluster_id = v.cluster_id AND b.is_primary
        JOIN people q ON q.id = b.person_id
             AND (q.id = p.id OR (q.email_folded = p.email_folded AND q.name_folded = p.name_folded))
        JOIN wave_members w ON w.wave_id = v.id AND w.organization_id = b.organization_id
        JOIN respondents r ON r.wave_member_id = w.id
        WHERE mine.id = $1 AND (mine.person_id IS NULL OR mine.person_id = p.id)
          AND (r.person_id IS NULL OR r.person_id = q.id) AND p.consent <> 'withdrawn' AND q.consent <> 'withdrawn'
          AND (p.email IS NOT NULL OR p.phone IS NOT NULL)
          AND (SELECT count(*) FROM respondents o WHERE o.wave_member_id = w.id) = 1
        ORDER BY w.position)",
                              by.respondent());
    const bool is_among = std::ranges::any_of(hats, &Hat::is_worn);
    if (hats.size() < 2 || !is_among) hats.clear();
    return hats;
}

Result<links::AnswerPass> pass_for(db::Session& db, const Respondent& by, const WaveMemberId& member,
                                   Instant now) {
    const auto hats = list_hats(db, by);
    if (std::ranges::find(hats, member, &Hat::member_id) == hats.end())
        return failure(ErrorCode::not_found, "member");
    const auto other = db.one<Invitation>("SELECT " + db::columns<Invitation>() +
                                              " FROM respondents WHERE wave_member_id = $1 AND wave_id = $2",
                                          member, by.wave());
    return links::AnswerPass{other->id, other->link_version, now + links::cookie_lifetime_ms};
}

}  // namespace konbit::hats
