// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answer_store.hpp"

#include "db/columns.hpp"
#include "features/answers/on_behalf.hpp"
#include "features/answers/whole_lists.hpp"
#include "features/links/link_store.hpp"
#include "features/surveys/instrument.hpp"
#include "features/surveys/wave_rules.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::answers {

namespace {

std::unexpected<Error> conflict(std::string_view reason) {
    return failure(ErrorCode::conflict, std::string(reason));
}

/// Members are named at questions about members, organizations outside at those about them.
Result<void> check_alter(db::Session& db, const Standing& stands, QuestionKey key,
                         const WaveMemberId& alter) {
    const auto found = db.value<std::int64_t>(R"(
        SELECT count(*) FROM wave_members
        WHERE id = $1 AND wave_id = $2 AND (external_kind IS NOT NULL) = $3)",
                                              alter, stands.wave.id, surveys::is_external(key));
    if (found == 0 || alter == stands.invitation.wave_member_id)
        return failure(ErrorCode::not_found, "member");
    return {};
}

/// An older page still lists a member who objected since: what it says of it is not kept.
bool is_off_roster(db::Session& db, const WaveMemberId& alter) {
    return db.value<std::int64_t>("SELECT count(*) FROM wave_members WHERE id = $1 AND listing = 'removed'",
                                  alter) > 0;
}

void note_started(db::Session& db, const Respondent& by) {
    db.change("UPDATE respondents SET state = 'started' WHERE id = $1 AND state IN ('invited', 'opened')",
              by.respondent());
}

/// @return Whether the tap was newer than what the same device had sent.
bool upsert_tap(db::Session& db, const Respondent& by, const QuestionId& question, const WaveMemberId& alter,
                const Tap& tap, Instant now) {
    return db.change(R"(
        INSERT INTO answers (respondent_id, question_id, alter_id, value, prefilled_untouched, device, sequence,
                             received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (respondent_id, question_id, alter_id) DO UPDATE
        SET value = excluded.value, prefilled_untouched = excluded.prefilled_untouched, device = excluded.device,
            sequence = excluded.sequence, received_at = excluded.received_at
        WHERE answers.device <> excluded.device OR answers.sequence < excluded.sequence)",
                     by.respondent(), question, alter, tap.value, tap.prefilled_untouched, tap.device,
                     tap.sequence, now) > 0;
}

/// A tie makes an unanswered or empty row a partial or answered one.
void touch_row(db::Session& db, const Respondent& by, const QuestionId& question, const Tap& tap) {
    if (!tap.value) return;
    db.change(R"(
        INSERT INTO row_states (respondent_id, question_id, state, device, sequence)
        VALUES ($1, $2, 'partial', $3, $4)
        ON CONFLICT (respondent_id, question_id) DO UPDATE
        SET state = CASE row_states.state WHEN 'answered' THEN 'answered'
                                          WHEN 'answered_empty' THEN 'answered' ELSE 'partial' END)",
              by.respondent(), question, tap.device, tap.sequence);
}

/// Later questions list only the members that were ticked at their gate.
void close_behind_gate(db::Session& db, const Respondent& by, const Question& gate, const WaveMemberId& alter,
                       Instant now) {
    db.change(R"(
        UPDATE answers SET value = NULL, received_at = $4
        WHERE respondent_id = $1 AND alter_id = $2 AND value IS NOT NULL
          AND question_id IN (SELECT id FROM asked_questions WHERE wave_id = $3 AND gate = $5))",
              by.respondent(), alter, by.wave(), now, gate.key);
}

/// @return Whether the change was newer than what the same device had said of the row.
bool upsert_row(db::Session& db, const Respondent& by, const QuestionId& question, RowState state,
                const RowChange& change) {
    return db.change(R"(
        INSERT INTO row_states (respondent_id, question_id, state, device, sequence)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (respondent_id, question_id) DO UPDATE
        SET state = excluded.state, device = excluded.device, sequence = excluded.sequence
        WHERE row_states.device <> excluded.device OR row_states.sequence < excluded.sequence)",
                     by.respondent(), question, state, change.device, change.sequence) > 0;
}

bool has_values(db::Session& db, const Respondent& by, const QuestionId& question) {
    return db.value<std::int64_t>(
               "SELECT count(*) FROM answers WHERE respondent_id = $1 AND question_id = $2 AND value IS NOT "
               "NULL",
               by.respondent(), question) > 0;
}

void take_ties_back(db::Session& db, const Respondent& by, const QuestionId& question,
                    const RowChange& change, Instant now) {
    db.change(R"(
        UPDATE answers SET value = NULL, device = $3, sequence = $4, received_at = $5
        WHERE respondent_id = $1 AND question_id = $2 AND value IS NOT NULL)",
              by.respondent(), question, change.device, change.sequence, now);
}

/// "None of these" at a gate leaves nobody to be asked about behind it.
void close_all_behind_gate(db::Session& db, const Respondent& by, const Question& gate, Instant now) {
    db.change(R"(
        UPDATE answers SET value = NULL, received_at = $3
        WHERE respondent_id = $1 AND value IS NOT NULL
          AND question_id IN (SELECT id FROM asked_questions WHERE wave_id = $2 AND gate = $4))",
              by.respondent(), by.wave(), now, gate.key);
}

/// Where the last tie went, nothing is known until the respondent says "none of these".
void reopen_emptied_rows(db::Session& db, const Respondent& by) {
    db.change(R"(
        UPDATE row_states SET state = 'partial'
        WHERE respondent_id = $1 AND state = 'answered'
          AND question_id IN (SELECT id FROM asked_questions WHERE wave_id = $2 AND sensitivity <> 'sealed')
          AND NOT EXISTS (SELECT 1 FROM answers a
                          WHERE a.respondent_id = row_states.respondent_id
                            AND a.question_id = row_states.question_id AND a.value IS NOT NULL))",
              by.respondent(), by.wave());
}

/// "None of these" was said of a shorter list than the one that a new tick at the gate makes.
void reopen_behind_gate(db::Session& db, const Respondent& by, const Question& gate) {
    db.change(R"(
        UPDATE row_states SET state = 'partial'
        WHERE respondent_id = $1 AND state = 'answered_empty'
          AND question_id IN (SELECT id FROM asked_questions WHERE wave_id = $2 AND gate = $3))",
              by.respondent(), by.wave(), gate.key);
}

/// A cell of a row: the question, and the member that it is about.
struct Cell {
    QuestionId question{};
    WaveMemberId alter{};
};

/// Writes a tap, and what follows from it for the rows behind its question. An older one changes nothing.
Result<void> put_tap(db::Session& db, const Respondent& by, const Standing& stands, const Cell& cell,
                     const Tap& tap, Instant now) {
    KONBIT_TRY(const Question question, find_question(db, by, cell.question));
    if (question.sensitivity == Sensitivity::sealed) return conflict("question_sealed");
    KONBIT_CHECK(check(tap, question.scale));
    KONBIT_CHECK(check_alter(db, stands, question.key, cell.alter));
    if (is_off_roster(db, cell.alter)) return {};
    if (!upsert_tap(db, by, cell.question, cell.alter, tap, now)) return {};
    touch_row(db, by, cell.question, tap);
    if (tap.value) {
        reopen_behind_gate(db, by, question);
    } else {
        close_behind_gate(db, by, question, cell.alter, now);
        reopen_emptied_rows(db, by);
    }
    return {};
}

std::vector<QuestionId> answered_rows(db::Session& db, const Respondent& by) {
    return db.query<QuestionId>(
        "SELECT question_id FROM row_states WHERE respondent_id = $1 AND state IN ('answered', "
        "'answered_empty')",
        by.respondent());
}

void keep_answered(db::Session& db, const Respondent& by, const QuestionId& row) {
    const RowState state = has_values(db, by, row) ? RowState::answered : RowState::answered_empty;
    db.change(
        "UPDATE row_states SET state = $3 WHERE respondent_id = $1 AND question_id = $2 AND state = "
        "'partial'",
        by.respondent(), row, state);
}

/// "Never" (0) is an answer; a row of nothing but these is one as well.
RowState kept_state(db::Session& db, const Respondent& by, const Question& question, RowState said) {
    const bool names_nobody = said == RowState::answered && !has_values(db, by, question.id);
    return names_nobody ? RowState::partial : said_of_whole_list(db, by, question, said);
}

}  // namespace

Result<Standing> standing(db::Session& db, const Respondent& by, Instant now,
                          std::optional<QuestionId> question) {
    auto invited = links::find_invited(db, by.respondent());
    if (!invited || invited->wave.id != by.wave()) return failure(ErrorCode::not_found, "respondent");
    KONBIT_CHECK(check_takes_answers(db, invited->wave, by, now, question));
    const bool is_over = !surveys::check_takes_answers(invited->wave, now);
    return Standing{std::move(invited->wave), std::move(invited->invitation), is_over};
}

Result<Standing> with_consent(db::Session& db, const Respondent& by, Instant now,
                              std::optional<QuestionId> question) {
    KONBIT_TRY(Standing stands, standing(db, by, now, question));
    if (!stands.invitation.consent) return conflict("consent_missing");
    return stands;
}

Result<Question> find_question(db::Session& db, const Respondent& by, const QuestionId& question) {
    const auto found = db.one<Question>("SELECT " + db::columns<Question>() + R"(
        FROM asked_questions WHERE wave_id = $1 AND id = $2)",
                                        by.wave(), question);
    if (!found) return failure(ErrorCode::not_found, "question");
    return *found;
}

std::map<WaveMemberId, int> places_of_others(db::Session& db, const Respondent& by) {
    const auto members = db.query<WaveMember>("SELECT " + db::columns<WaveMember>() + R"( FROM wave_members
        WHERE wave_id = $1 AND external_kind IS NULL AND id <> (SELECT wave_member_id FROM respondents WHERE id = $2))",
                                              by.wave(), by.respondent());
    std::map<WaveMemberId, int> places;
    for (const auto& member : members) places.emplace(member.id, member.position);
    return places;
}

Result<void> save_tap(db::Session& db, const Respondent& by, const QuestionId& id, const WaveMemberId& alter,
                      const Tap& tap, Instant now) {
    KONBIT_TRY(const Standing stands, with_consent(db, by, now, id));
    KONBIT_CHECK(put_tap(db, by, stands, {id, alter}, tap, now));
    note_started(db, by);
    return {};
}

Result<Standing> standing_for_reply(db::Session& db, const Respondent& by, Instant now) {
    auto invited = links::find_invited(db, by.respondent());
    if (!invited || invited->wave.id != by.wave()) return failure(ErrorCode::not_found, "respondent");
    KONBIT_CHECK(surveys::check_takes_replies(invited->wave, now));
    if (!invited->invitation.consent) return conflict("consent_missing");
    return Standing{std::move(invited->wave), std::move(invited->invitation), true};
}

Result<void> correct_tap(db::Session& db, const Respondent& by, const QuestionId& id,
                         const WaveMemberId& alter, const Tap& tap, Instant now) {
    KONBIT_TRY(const Standing stands, standing_for_reply(db, by, now));
    const auto answered = answered_rows(db, by);
    if (std::ranges::find(answered, id) == answered.end()) return conflict("row_not_answered");
    KONBIT_CHECK(put_tap(db, by, stands, {id, alter}, tap, now));
    for (const auto& row : answered) keep_answered(db, by, row);
    return {};
}

Result<void> save_row(db::Session& db, const Respondent& by, const QuestionId& id, const RowChange& change,
                      Instant now) {
    KONBIT_CHECK(with_consent(db, by, now, id));
    KONBIT_TRY(const Question question, find_question(db, by, id));
    const RowState state = kept_state(db, by, question, change.state);
    if (!upsert_row(db, by, id, state, change)) return {};
    if (state == RowState::answered_empty || state == RowState::declined)
        take_ties_back(db, by, id, change, now);
    if (state == RowState::answered_empty) {
        close_all_behind_gate(db, by, question, now);
        reopen_emptied_rows(db, by);
    }
    note_started(db, by);
    return {};
}

Result<void> save_sealed(db::Session& db, const Respondent& by, const RowChange& change,
                         const QuestionId& question, const std::optional<sealed::StoredRow>& sealed,
                         Instant now) {
    KONBIT_CHECK(with_consent(db, by, now, question));
    KONBIT_TRY(const Question asked, find_question(db, by, question));
    const RowState ended = sealed ? RowState::answered : RowState::declined;
    const RowState state =
        change.state == RowState::partial ? RowState::partial : said_of_whole_list(db, by, asked, ended);
    if (!upsert_row(db, by, question, state, change)) return {};
    if (sealed)
        sealed::replace(db, *sealed);
    else
        sealed::remove(db, by.respondent(), question);
    note_started(db, by);
    return {};
}

}  // namespace konbit::answers
