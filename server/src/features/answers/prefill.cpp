// SPDX-License-Identifier: Apache-2.0
#include "features/answers/prefill.hpp"

#include "core/crypto.hpp"
#include "features/answers/last_time.hpp"
#include "features/keys/installation_keys.hpp"

namespace konbit::answers {

namespace {

/// One respondent in this many is asked without its former answers.
constexpr unsigned one_in = 10;
void note(db::Session& db, const Respondent& by, const LastWave& last, bool is_control) {
    db.change(R"(
        INSERT INTO prefills (respondent_id, last_respondent_id, is_control) VALUES ($1, $2, $3)
        ON CONFLICT (respondent_id) DO NOTHING)",
              by.respondent(), last.respondent_id, is_control);
}

std::optional<QuestionId> untouched_know(db::Session& db, const Respondent& by) {
    return db.value<std::optional<QuestionId>>(R"(
        SELECT q.id FROM asked_questions q JOIN waves w ON w.id = q.wave_id AND w.state = 'open'
        WHERE q.wave_id = $1 AND q.key = 'know'
          AND NOT EXISTS (SELECT 1 FROM row_states s
                          WHERE s.question_id = q.id AND s.respondent_id = $2 AND s.state <> 'withdrawn'))",
                                               by.wave(), by.respondent());
}

void tick(db::Session& db, const Respondent& by, const QuestionId& know, const WaveMemberId& alter,
          Instant now) {
    db.change(R"(
        INSERT INTO answers (respondent_id, question_id, alter_id, value, prefilled_untouched, device, sequence,
                             received_at)
        VALUES ($1, $2, $3, 1, TRUE, $4, 0, $5)
        ON CONFLICT (respondent_id, question_id, alter_id) DO NOTHING)",
              by.respondent(), know, alter, last_wave, now);
}

void begin_row(db::Session& db, const Respondent& by, const QuestionId& know) {
    db.change(R"(
        INSERT INTO row_states (respondent_id, question_id, state, device, sequence)
        VALUES ($1, $2, 'partial', $3, 0)
        ON CONFLICT (respondent_id, question_id) DO UPDATE SET state = excluded.state)",
              by.respondent(), know, last_wave);
}

}  // namespace

bool is_control(App& app, const RespondentId& respondent) {
    const std::string bytes =
        crypto::hmac_sha256(app.keys.lasting("prefill control").view(), respondent.view());
    // Two bytes: the bias of the remainder stays below one in ten thousand.
    const unsigned drawn = static_cast<unsigned char>(bytes[0]) * 256U + static_cast<unsigned char>(bytes[1]);
    return drawn % one_in == 0;
}

void prefill(db::Session& db, const Respondent& by, bool is_control, Instant now) {
    const auto last = find_last_wave(db, by.respondent());
    if (!last) return;
    note(db, by, *last, is_control);
    const auto know = untouched_know(db, by);
    if (is_control || !know) return;
    const auto known = list_known_last_time(db, *last, by.wave());
    for (const auto& alter : known) tick(db, by, *know, alter, now);
    if (!known.empty()) begin_row(db, by, *know);
}

void forget_prefill(db::Session& db, const RespondentId& respondent) {
    db.change("DELETE FROM prefills WHERE respondent_id = $1 OR last_respondent_id = $1", respondent);
}

}  // namespace konbit::answers
