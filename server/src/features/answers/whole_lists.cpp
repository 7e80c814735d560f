// SPDX-License-Identifier: Apache-2.0
#include "features/answers/whole_lists.hpp"

#include "features/surveys/wave_rules.hpp"

namespace konbit::answers {

namespace {

/// Whether the others on the roster are too many to be read.
bool is_searched(db::Session& db, const WaveId& wave) {
    return db.value<std::int64_t>(
               "SELECT count(*) - 1 FROM wave_members"
               " WHERE wave_id = $1 AND listing <> 'removed' AND external_kind IS NULL",
               wave) > surveys::longest_read_roster;
}

bool is_gate_answered(db::Session& db, const Respondent& by, const Question& question) {
    return db.value<std::int64_t>(R"(
        SELECT count(*)
        FROM row_states s JOIN asked_questions g ON g.id = s.question_id
        WHERE s.respondent_id = $1 AND g.wave_id = $2 AND g.key = $3 AND s.state IN ('answered', 'answered_empty'))",
                                  by.respondent(), by.wave(), question.gate) > 0;
}

/// Organizations outside the cluster are never searched.
constexpr std::string_view behind_answered_gate = R"((question_id IN (
    SELECT q.id
    FROM respondents r
    JOIN asked_questions q ON q.wave_id = r.wave_id
    JOIN asked_questions g ON g.wave_id = q.wave_id AND g.key = q.gate
    JOIN row_states s ON s.question_id = g.id AND s.respondent_id = r.id
    WHERE r.id = $1 AND s.state IN ('answered', 'answered_empty'))
    OR question_id IN (SELECT id FROM questions WHERE key = 'external_ties')))";

}  // namespace

RowState said_of_whole_list(db::Session& db, const Respondent& by, const Question& question, RowState said) {
    if (!is_observed(said) || !question.gate || !is_searched(db, by.wave())) return said;
    return is_gate_answered(db, by, question) ? said : RowState::partial;
}

std::string_view ends_begun_rows(db::Session& db, const Respondent& by) {
    return is_searched(db, by.wave()) ? behind_answered_gate : "TRUE";
}

}  // namespace konbit::answers
