// SPDX-License-Identifier: Apache-2.0
#include "features/unlisted/merging.hpp"

namespace konbit::unlisted {

namespace {

void set_verdict(db::Session& db, const UnlistedId& id, UnlistedVerdict verdict,
                 const std::optional<WaveMemberId>& member) {
    db.change("UPDATE unlisted_organizations SET verdict = $2, wave_member_id = $3 WHERE id = $1", id,
              verdict, member);
}

/// What was taken back of the member before stays so only if that came later.
void copy_ties(db::Session& db, const UnlistedId& id, const WaveMemberId& member) {
    db.change(R"(
        INSERT INTO answers (respondent_id, question_id, alter_id, value, prefilled_untouched, device, sequence,
                             received_at)
        SELECT u.respondent_id, a.question_id, m.id, a.value, FALSE, a.device, a.sequence, a.received_at
        FROM unlisted_answers a
        JOIN unlisted_organizations u ON u.id = a.unlisted_id
        JOIN wave_members m ON m.id = $2
        WHERE a.unlisted_id = $1 AND a.value IS NOT NULL
        ON CONFLICT (respondent_id, question_id, alter_id) DO UPDATE
        SET value = excluded.value, device = excluded.device, sequence = excluded.sequence,
            received_at = excluded.received_at
        WHERE answers.value IS NULL AND answers.received_at < excluded.received_at)",
              id, member);
}

/// "None of these" was said of a list on which the member was not recognized.
void note_rows(db::Session& db, const UnlistedId& id) {
    db.change(R"(
        INSERT INTO row_states (respondent_id, question_id, state, device, sequence)
        SELECT u.respondent_id, a.question_id, 'partial', a.device, a.sequence
        FROM unlisted_answers a JOIN unlisted_organizations u ON u.id = a.unlisted_id
        WHERE a.unlisted_id = $1 AND a.value IS NOT NULL
        ON CONFLICT (respondent_id, question_id) DO UPDATE
        SET state = CASE row_states.state WHEN 'answered_empty' THEN 'answered' ELSE row_states.state END)",
              id);
}

}  // namespace

void merge_into(db::Session& db, const Entry& entry, const WaveMemberId& member) {
    if (entry.named_by == member) return set_verdict(db, entry.id, UnlistedVerdict::rejected, {});
    set_verdict(db, entry.id, UnlistedVerdict::merged, member);
    copy_ties(db, entry.id, member);
    note_rows(db, entry.id);
}

}  // namespace konbit::unlisted
