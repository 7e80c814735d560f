// SPDX-License-Identifier: Apache-2.0
#include "features/answers/imported_rows.hpp"

namespace konbit::answers {

namespace {

constexpr std::string_view device = "import";

void insert_ties(db::Session& db, const Respondent& by, const QuestionId& question,
                 std::span<const AlterValue> ties, Instant now) {
    for (const auto& tie : ties)
        db.change(R"(
            INSERT INTO answers (respondent_id, question_id, alter_id, value, prefilled_untouched, device, sequence,
                                 received_at)
            VALUES ($1, $2, $3, $4, FALSE, $5, 0, $6))",
                  by.respondent(), question, tie.alter_id, tie.value, device, now);
}

}  // namespace

Result<void> import_row(db::Session& db, const Respondent& by, const Question& question,
                        std::span<const AlterValue> ties, Instant now) {
    if (question.sensitivity != Sensitivity::open) return failure(ErrorCode::conflict, "question_not_open");
    insert_ties(db, by, question.id, ties, now);
    db.change(R"(
        INSERT INTO row_states (respondent_id, question_id, state, device, sequence) VALUES ($1, $2, $3, $4, 0))",
              by.respondent(), question.id, ties.empty() ? RowState::answered_empty : RowState::answered,
              device);
    db.change("UPDATE respondents SET mode = 'import', state = 'done', finished_at = $2 WHERE id = $1",
              by.respondent(), now);
    return {};
}

}  // namespace konbit::answers
