// SPDX-License-Identifier: Apache-2.0
#include "features/sealed/sealed_store.hpp"

namespace konbit::sealed {

namespace {

void insert(db::Session& db, const StoredRow& row) {
    db.change(
        "INSERT INTO sealed_answers (id, respondent_id, question_id, ciphertext) VALUES ($1, $2, $3, $4)",
        Id<struct SealedAnswerTag>(new_uuid_v4()), row.respondent_id, row.question_id, row.ciphertext);
}

}  // namespace

void replace(db::Session& db, const StoredRow& row) {
    remove(db, row.respondent_id, row.question_id);
    insert(db, row);
}

bool replace_unchanged(db::Session& db, const StoredRow& former, const StoredRow& row) {
    const auto removed = db.change(
        "DELETE FROM sealed_answers WHERE respondent_id = $1 AND question_id = $2 AND ciphertext = $3",
        former.respondent_id, former.question_id, former.ciphertext);
    if (removed == 0) return false;
    insert(db, row);
    return true;
}

void remove(db::Session& db, const RespondentId& respondent, const QuestionId& question) {
    db.change("DELETE FROM sealed_answers WHERE respondent_id = $1 AND question_id = $2", respondent,
              question);
}

void remove_all(db::Session& db, const RespondentId& respondent) {
    db.change("DELETE FROM sealed_answers WHERE respondent_id = $1", respondent);
}

std::vector<WaveId> list_waves(db::Session& db) {
    return db.query<WaveId>(R"(
        SELECT w.id FROM waves w
        WHERE w.state = 'open'
           OR EXISTS (SELECT 1 FROM respondents r JOIN sealed_answers s ON s.respondent_id = r.id
                      WHERE r.wave_id = w.id)
        ORDER BY w.id)");
}

std::int64_t count(db::Session& db) { return db.value<std::int64_t>("SELECT count(*) FROM sealed_answers"); }

std::int64_t forget_wave(db::Session& db, const WaveId& wave) {
    db.change(R"(
        DELETE FROM row_states WHERE EXISTS (
            SELECT 1 FROM sealed_answers s JOIN respondents r ON r.id = s.respondent_id
            WHERE r.wave_id = $1 AND s.respondent_id = row_states.respondent_id
              AND s.question_id = row_states.question_id))",
              wave);
    return db.change(
        "DELETE FROM sealed_answers WHERE respondent_id IN (SELECT id FROM respondents WHERE wave_id = $1)",
        wave);
}

std::vector<StoredRow> list_of(db::Session& db, const Respondent& by) {
    return db.query<StoredRow>(R"(
        SELECT respondent_id, question_id, ciphertext FROM sealed_answers
        WHERE respondent_id = $1
        ORDER BY question_id)",
                               by.respondent());
}

std::vector<StoredRow> list_of_wave(db::Session& db, const Analyst& by) {
    return db.query<StoredRow>(R"(
        SELECT s.respondent_id, s.question_id, s.ciphertext
        FROM sealed_answers s JOIN respondents r ON r.id = s.respondent_id
        WHERE r.wave_id = $1
        ORDER BY s.respondent_id, s.question_id)",
                               by.wave());
}

}  // namespace konbit::sealed
