// SPDX-License-Identifier: Apache-2.0
#include "features/entries/entry_store.hpp"

#include "db/columns.hpp"
#include "features/answers/answer_store.hpp"
#include "features/answers/on_behalf.hpp"
#include "features/answers/participation.hpp"
#include "features/links/recipient.hpp"
#include "features/surveys/survey_store.hpp"
#include "features/surveys/wave_rules.hpp"
#include "features/surveys/wave_store.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::entries {

namespace {

std::optional<Entry> stored(db::Session& db, const RespondentId& respondent) {
    return db.one<Entry>("SELECT " + db::columns<Entry>() + " FROM entries WHERE id = $1", respondent);
}

Result<Invitation> find_invitation(db::Session& db, const WaveFacilitator& by,
                                   const RespondentId& respondent) {
    auto found = db.one<Invitation>(
        "SELECT " + db::columns<Invitation>() + " FROM respondents WHERE id = $1 AND wave_id = $2",
        respondent, by.wave());
    if (!found) return failure(ErrorCode::not_found, "respondent");
    return *std::move(found);
}

Entry new_entry(db::Session& db, const Invitation& invitation) {
    Entry entry;
    entry.id = invitation.id;
    entry.language = db.value<std::string>(R"(
        SELECT COALESCE(r.language, m.language, 'en')
        FROM respondents r JOIN wave_members w ON w.id = r.wave_member_id
        LEFT JOIN memberships m ON m.id = w.membership_id
        WHERE r.id = $1)",
                                           invitation.id);
    return entry;
}

/// A member that asked not to take part is not entered by others.
Result<Wave> check_may_enter(db::Session& db, const WaveFacilitator& by, const Invitation& invitation,
                             Instant now) {
    KONBIT_TRY(const Wave wave, surveys::find(db, by));
    KONBIT_CHECK(surveys::check_takes_answers(wave, now));
    if (invitation.state == RespondentState::declined || invitation.state == RespondentState::withdrawn)
        return failure(ErrorCode::conflict, "has_declined");
    return wave;
}

Result<Entry> write(db::Session& db, const Entry& entry) {
    if (stored(db, entry.id)) return db::update(db, "entries", entry);
    db::insert(db, "entries", entry);
    return entry;
}

bool contains(const std::vector<QuestionId>& questions, const QuestionId& id) {
    return std::ranges::find(questions, id) != questions.end();
}

/// The draft without the questions that the member answered itself.
Entry without(Entry draft, const std::vector<QuestionId>& own) {
    std::erase_if(draft.typed_rows, [&](const TypedRow& row) { return contains(own, row.question_id); });
    return draft;
}

std::vector<QuestionId> among(const Entry& draft, const std::vector<QuestionId>& own) {
    std::vector<QuestionId> found;
    for (const auto& row : draft.typed_rows)
        if (contains(own, row.question_id)) found.push_back(row.question_id);
    return found;
}

/// Whom the member ticked itself, by the question.
std::map<QuestionKey, std::vector<WaveMemberId>> ticked_by_itself(db::Session& db, const Respondent& by,
                                                                  const std::vector<Question>& questions,
                                                                  const std::vector<QuestionId>& own) {
    std::map<QuestionKey, std::vector<WaveMemberId>> ticked;
    for (const auto& question : questions)
        if (contains(own, question.id))
            ticked[question.key] = db.query<WaveMemberId>(
                "SELECT alter_id FROM answers WHERE respondent_id = $1 AND question_id = $2 AND value > 0",
                by.respondent(), question.id);
    return ticked;
}

Result<void> write_row(db::Session& db, const Respondent& by, const TypedRow& row, Instant now) {
    answers::forget_entered(db, by, row.question_id);
    const std::string device(answers::on_behalf);
    for (const auto& tie : row.values)
        KONBIT_CHECK(answers::save_tap(db, by, row.question_id, tie.alter_id,
                                       {.value = tie.value, .device = device, .sequence = now.ms}, now));
    return answers::save_row(db, by, row.question_id,
                             {.state = row.state, .values = {}, .device = device, .sequence = now.ms}, now);
}

/// In the order of asking: a gate opens before what stands behind it.
Result<void> write_rows(db::Session& db, const Respondent& by, const Entry& draft,
                        const std::vector<Question>& questions, Instant now) {
    for (const auto& question : questions)
        for (const auto& row : draft.typed_rows)
            if (row.question_id == question.id) KONBIT_CHECK(write_row(db, by, row, now));
    return {};
}

/// What the member agreed to itself stands.
Result<void> write_consent(db::Session& db, const Respondent& by, const Entry& draft, const Wave& wave,
                           bool has_spoken, Instant now) {
    if (has_spoken) return {};
    KONBIT_CHECK(answers::save_consent(db, by,
                                       {.consent = *draft.consent,
                                        .consent_version = wave.consent_version,
                                        .language = draft.language,
                                        .device = std::string(answers::on_behalf)},
                                       now));
    db.change("UPDATE respondents SET mode = $2 WHERE id = $1", by.respondent(), draft.mode);
    return {};
}

Entry ended(Entry draft, const WaveFacilitator& by, bool is_notified, Instant now) {
    draft.is_draft = false;
    for (const auto& row : draft.typed_rows)
        if (!contains(draft.entered_questions, row.question_id))
            draft.entered_questions.push_back(row.question_id);
    draft.typed_rows.clear();
    draft.typed_by.reset();
    draft.entered_by = by.viewer().account();
    draft.entered_at = now;
    draft.correct_until = now + days_to_correct * day_ms;
    draft.is_notified = is_notified;
    return draft;
}

}  // namespace

std::vector<EntryLine> list_lines(db::Session& db, const WaveFacilitator& by) {
    return db.query<EntryLine>(
        fmt::format(R"(
        SELECT r.id, r.wave_member_id, w.label, w.position + 1, r.reference, {}, {}, {}, r.state, r.mode,
               COALESCE(e.is_draft, FALSE), e.entered_at, a.name,
               e.correct_until, COALESCE(e.is_notified, FALSE)
        FROM respondents r
        JOIN wave_members w ON w.id = r.wave_member_id
        LEFT JOIN entries e ON e.id = r.id
        LEFT JOIN accounts a ON a.id = e.entered_by {}
        WHERE r.wave_id = $1 AND r.mode <> 'import' AND {}
        ORDER BY w.position, r.id)",
                    links::recipient_language, links::recipient_name, links::recipient_phone,
                    links::recipient_joins, links::has_recipient),
        by.wave());
}

Result<Entry> find(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent) {
    KONBIT_TRY(const Invitation invitation, find_invitation(db, by, respondent));
    auto entry = stored(db, respondent);
    if (!entry) return new_entry(db, invitation);
    if (entry->typed_by != by.viewer().account()) entry->typed_rows.clear();
    return *std::move(entry);
}

Result<Entry> save_draft(db::Session& db, const WaveFacilitator& by, const Entry& draft, Instant now) {
    KONBIT_TRY(const Invitation invitation, find_invitation(db, by, draft.id));
    KONBIT_TRY(const Wave wave, check_may_enter(db, by, invitation, now));
    KONBIT_TRY(const Entry valid, checked_draft(draft, surveys::list_questions(db, wave.id), wave.languages));
    Entry entry = stored(db, draft.id).value_or(new_entry(db, invitation));
    entry.mode = valid.mode;
    entry.consent = valid.consent;
    entry.language = valid.language;
    entry.typed_rows = valid.typed_rows;
    entry.typed_by = by.viewer().account();
    entry.is_draft = true;
    return write(db, entry);
}

Result<void> drop_draft(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent) {
    KONBIT_CHECK(find_invitation(db, by, respondent));
    db.change("DELETE FROM entries WHERE id = $1 AND entered_at IS NULL", respondent);
    db.change("UPDATE entries SET is_draft = FALSE, typed_rows = '[]', typed_by = NULL WHERE id = $1",
              respondent);
    return {};
}

Result<Entered> enter(db::Session& db, const WaveFacilitator& by, const RespondentId& respondent,
                      bool is_notified, std::string_view receipt, Instant now) {
    KONBIT_TRY(const Invitation invitation, find_invitation(db, by, respondent));
    KONBIT_TRY(const Wave wave, check_may_enter(db, by, invitation, now));
    KONBIT_TRY(const Entry typed, find(db, by, respondent));
    const Respondent member = System::respondent(respondent, wave.id);
    const auto questions = surveys::list_questions(db, wave.id);
    const auto own = answers::own_questions(db, member);
    const Entry draft = without(typed, own);
    if (draft.typed_rows.empty() && !typed.typed_rows.empty())
        return failure(ErrorCode::conflict, "answered_itself");
    KONBIT_CHECK(check_complete(draft, questions, ticked_by_itself(db, member, questions, own)));
    const auto consented_at =
        db.value<std::optional<Instant>>("SELECT consented_at FROM respondents WHERE id = $1", respondent);
    // What the member said of it since, by its own link, stands.
    const bool has_agreed = invitation.consent && (!typed.entered_at || consented_at > typed.entered_at);
    KONBIT_CHECK(write_consent(db, member, draft, wave, has_agreed || !own.empty(), now));
    KONBIT_CHECK(write_rows(db, member, draft, questions, now));
    // Who has begun to answer ends it itself.
    if (own.empty()) KONBIT_CHECK(answers::finish(db, member, receipt, now));
    KONBIT_TRY(Entry entry, write(db, ended(draft, by, is_notified, now)));
    return Entered{std::move(entry), among(typed, own)};
}

}  // namespace konbit::entries
