// SPDX-License-Identifier: Apache-2.0
#include "features/own_network/reply.hpp"

#include "db/database.hpp"
#include "features/answers/answered.hpp"
#include "features/answers/resealing.hpp"
#include "features/surveys/wave_rules.hpp"

#include <fmt/core.h>

namespace konbit::own_network {

namespace {

std::optional<int> value_of(db::Session& db, const Respondent& by, const QuestionId& question,
                            const WaveMemberId& alter) {
    return db
        .value<std::optional<std::optional<int>>>(
            "SELECT value FROM answers WHERE respondent_id = $1 AND question_id = $2 AND alter_id = $3",
            by.respondent(), question, alter)
        .value_or(std::nullopt);
}

void note_reply(db::Session& db, const Respondent& by, Instant now) {
    db.change("INSERT INTO replies (respondent_id, replied_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
              by.respondent(), now);
}

Result<void> write_correction(db::Session& db, const Respondent& by, AnswerCorrection made,
                              const answers::Tap& tap) {
    made.former_value = value_of(db, by, made.question_id, made.alter_id);
    KONBIT_CHECK(answers::correct_tap(db, by, made.question_id, made.alter_id, tap, made.corrected_at));
    made.value = value_of(db, by, made.question_id, made.alter_id);
    if (made.value == made.former_value) return {};
    db.change(R"(
        INSERT INTO answer_corrections (id, respondent_id, question_id, alter_id, former_value, value, device,
                                        corrected_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
              new_id<Id<struct AnswerCorrectionTag>>(), by.respondent(), made.question_id, made.alter_id,
              made.former_value, made.value, tap.device, made.corrected_at);
    note_reply(db, by, made.corrected_at);
    return {};
}

Result<void> check_disputable(db::Session& db, const Respondent& by, const QuestionId& id,
                              const WaveMemberId& namer, const WaveMemberId& own) {
    KONBIT_TRY(const Question question, answers::find_question(db, by, id));
    if (question.sensitivity != Sensitivity::open || !question.may_be_named())
        return failure(ErrorCode::not_found, "question");
    const auto on_roster = db.value<std::int64_t>(
        "SELECT count(*) FROM wave_members WHERE id = $1 AND wave_id = $2 AND listing = 'named' AND "
        "external_kind IS"
        " NULL",
        namer, by.wave());
    if (on_roster == 0 || namer == own) return failure(ErrorCode::not_found, "member");
    if (value_of(db, by, id, namer).value_or(0) > 0) return failure(ErrorCode::conflict, "named_too");
    return {};
}

int count(db::Session& db, std::string_view sql, const WaveId& wave) {
    return static_cast<int>(db.value<std::int64_t>(sql, wave));
}

}  // namespace

Result<void> correct(App& app, const Respondent& by, const QuestionId& question, const WaveMemberId& alter,
                     const answers::Tap& tap) {
    const AnswerCorrection made{.question_id = question, .alter_id = alter, .corrected_at = app.clock.now()};
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return write_correction(db, by, made, tap); }));
    return tap.value ? Result<void>{} : answers::reseal_behind_gates(app, by);
}

Result<void> dispute(db::Session& db, const Respondent& by, const QuestionId& question,
                     const WaveMemberId& namer, Instant now) {
    KONBIT_TRY(const auto stands, answers::standing_for_reply(db, by, now));
    KONBIT_CHECK(check_disputable(db, by, question, namer, stands.invitation.wave_member_id));
    db.change(R"(
        INSERT INTO disputed_ties (respondent_id, question_id, namer_id, disputed_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING)",
              by.respondent(), question, namer, now);
    note_reply(db, by, now);
    return {};
}

Result<void> withdraw_dispute(db::Session& db, const Respondent& by, const QuestionId& question,
                              const WaveMemberId& namer, Instant now) {
    KONBIT_CHECK(answers::standing_for_reply(db, by, now));
    db.change("DELETE FROM disputed_ties WHERE respondent_id = $1 AND question_id = $2 AND namer_id = $3",
              by.respondent(), question, namer);
    return {};
}

Result<void> reply(db::Session& db, const Respondent& by, Instant now) {
    KONBIT_CHECK(answers::standing_for_reply(db, by, now));
    note_reply(db, by, now);
    return {};
}

std::vector<AnswerCorrection> list_corrections(db::Session& db, const Respondent& by,
                                               std::string_view device) {
    return db.query<AnswerCorrection>(R"(
        SELECT c.question_id, c.alter_id, c.former_value, c.value, c.corrected_at
        FROM answer_corrections c
        JOIN respondents r ON r.id = c.respondent_id
        JOIN asked_questions q ON q.id = c.question_id AND q.wave_id = r.wave_id
        WHERE c.respondent_id = $1 AND q.sensitivity <> 'sealed'
          AND (c.device = $2 OR (q.may_be_named AND (q.sensitivity = 'open' OR r.consent = 'facilitator')))
        ORDER BY c.corrected_at, c.id)",
                                      by.respondent(), device);
}

bool has_replied(db::Session& db, const Respondent& by) {
    return db.value<std::int64_t>("SELECT count(*) FROM replies WHERE respondent_id = $1", by.respondent()) >
           0;
}

void forget(db::Session& db, const RespondentId& respondent) {
    for (const std::string_view table : {"replies", "answer_corrections", "disputed_ties"})
        db.change(fmt::format("DELETE FROM {} WHERE respondent_id = $1", table), respondent);
}

std::optional<ReplyProgress> find_reply_progress(db::Session& db, const WaveFacilitator& by,
                                                 const Wave& wave) {
    const auto until = surveys::end_of_reply(wave);
    if (!until) return std::nullopt;
    ReplyProgress progress{.until = *until};
    progress.answered = count(
        db,
        fmt::format("SELECT count(*) FROM wave_members m WHERE m.wave_id = $1 AND {}", answers::has_answered),
        by.wave());
    progress.replied = count(db,
                             "SELECT count(DISTINCT r.wave_member_id) FROM replies p"
                             " JOIN respondents r ON r.id = p.respondent_id WHERE r.wave_id = $1",
                             by.wave());
    progress.corrected = count(db,
                               "SELECT count(DISTINCT r.wave_member_id) FROM answer_corrections c"
                               " JOIN respondents r ON r.id = c.respondent_id WHERE r.wave_id = $1",
                               by.wave());
    progress.disputed = count(db,
                              fmt::format(R"(
        SELECT count(*) FROM disputed_ties d
        JOIN respondents b ON b.id = d.respondent_id
        JOIN respondents r ON r.wave_member_id = d.namer_id
        JOIN row_states s ON s.respondent_id = r.id AND s.question_id = d.question_id
        JOIN answers a ON a.respondent_id = r.id AND a.question_id = d.question_id
                      AND a.alter_id = b.wave_member_id AND a.value > 0
        WHERE b.wave_id = $1 AND {})",
                                          answers::is_answered),
                              by.wave());
    return progress;
}

}  // namespace konbit::own_network
