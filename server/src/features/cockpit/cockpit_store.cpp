// SPDX-License-Identifier: Apache-2.0
#include "features/cockpit/cockpit_store.hpp"

#include "features/answers/answered.hpp"

#include <fmt/core.h>

namespace konbit::cockpit {

std::vector<MemberStanding> list_standings(db::Session& db, const WaveFacilitator& by) {
    return db.query<MemberStanding>(
        fmt::format(R"(
        WITH named AS (
            SELECT a.alter_id, count(DISTINCT r.wave_member_id) AS by_members
            FROM respondents r
            JOIN answers a ON a.respondent_id = r.id
            JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = r.wave_id
            JOIN row_states s ON s.respondent_id = a.respondent_id AND s.question_id = a.question_id
            WHERE r.wave_id = $1 AND a.value > 0 AND q.sensitivity = 'open' AND q.may_be_named AND {}
            GROUP BY a.alter_id)
        SELECT m.id, m.country_code, m.subsector, m.subgroup, {}, COALESCE(named.by_members, 0)
        FROM wave_members m LEFT JOIN named ON named.alter_id = m.id
        WHERE m.wave_id = $1 AND {}
        ORDER BY m.position)",
                    answers::is_answered, answers::has_answered, answers::is_asked),
        by.wave());
}

}  // namespace konbit::cockpit
