// SPDX-License-Identifier: Apache-2.0
#include "features/answers/participation.hpp"

#include "features/answers/answer_store.hpp"
#include "features/answers/on_behalf.hpp"
#include "features/answers/prefill.hpp"
#include "features/answers/whole_lists.hpp"
#include "features/own_network/reply.hpp"
#include "features/unlisted/unlisted_store.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::answers {

namespace {

std::unexpected<Error> conflict(std::string_view reason) {
    return failure(ErrorCode::conflict, std::string(reason));
}

/// Drops the limited answers that other devices gave under a consent to figures only.
void forget_limited_of_others(db::Session& db, const Respondent& by, std::string_view device) {
    unlisted::forget_limited_of_others(db, by, device);
    const auto forgotten = db.change(R"(
        DELETE FROM answers
        WHERE respondent_id = $1 AND device <> $2
          AND question_id IN (SELECT id FROM asked_questions WHERE wave_id = $3 AND sensitivity = 'limited'))",
                                     by.respondent(), device, by.wave());
    if (forgotten == 0) return;
    db.change(R"(
        UPDATE row_states SET state = 'partial'
        WHERE respondent_id = $1 AND state = 'answered'
          AND question_id IN (SELECT id FROM asked_questions WHERE wave_id = $2 AND sensitivity = 'limited'))",
              by.respondent(), by.wave());
}

/// Behind a gate with "none of these" nobody is left to ask about, and the page leaves the question out.
void answer_behind_empty_gates(db::Session& db, const Respondent& by) {
    const auto answer_next = [&] {
        return db.change(R"(
            INSERT INTO row_states (respondent_id, question_id, state, device, sequence)
            SELECT s.respondent_id, q.id, 'answered_empty', s.device, s.sequence
            FROM asked_questions q
            JOIN asked_questions g ON g.wave_id = q.wave_id AND g.key = q.gate
            JOIN row_states s ON s.question_id = g.id
            WHERE q.wave_id = $2 AND s.respondent_id = $1 AND s.state = 'answered_empty'
            ON CONFLICT (respondent_id, question_id) DO UPDATE SET state = excluded.state
            WHERE row_states.state IN ('partial', 'nonresponse', 'withdrawn'))",
                         by.respondent(), by.wave());
    };
    while (answer_next() > 0) continue;  // a gate may stand behind a gate
}

/// Rows that name somebody; what was sealed so far travelled without being ended, and no page can show it
/// again.
std::vector<QuestionId> begun_rows(db::Session& db, const Respondent& by) {
    auto rows = db.query<QuestionId>(
        "SELECT DISTINCT question_id FROM answers WHERE respondent_id = $1 AND value IS NOT NULL",
        by.respondent());
    for (const auto& row : sealed::list_of(db, by)) rows.push_back(row.question_id);
    return rows;
}

void end_row(db::Session& db, const Respondent& by, const QuestionId& row) {
    db.change(fmt::format(R"(
        UPDATE row_states SET state = 'answered'
        WHERE respondent_id = $1 AND question_id = $2 AND state = 'partial' AND {})",
                          ends_begun_rows(db, by)),
              by.respondent(), row);
}

/// After the end nobody can be asked any more who else may see the answers.
bool is_wider(db::Session& db, const Respondent& by, const ConsentGiven& given) {
    return db.value<std::int64_t>(R"(
        SELECT count(*) FROM respondents
        WHERE id = $1 AND ((CAST($2 AS TEXT) = 'facilitator' AND consent <> 'facilitator')
                           OR ($3 AND NOT shares_with_members) OR ($4 AND NOT shares_with_research)))",
                                  by.respondent(), given.consent, given.shares_with_members,
                                  given.shares_with_research) > 0;
}

}  // namespace

Result<void> save_consent(db::Session& db, const Respondent& by, const ConsentGiven& given, Instant now) {
    KONBIT_TRY(const Standing stands, standing(db, by, now));
    if (given.consent_version != stands.wave.consent_version) return conflict("consent_changed");
    if (std::ranges::find(stands.wave.languages, given.language) == stands.wave.languages.end())
        return failure(ErrorCode::invalid, "invalid", {{"/language", "not_allowed"}});
    if (stands.is_over && is_wider(db, by, given)) return conflict("wave_closed");
    if (stands.invitation.consent == Consent::aggregate && given.consent == Consent::facilitator)
        forget_limited_of_others(db, by, given.device);
    db.change(R"(
        UPDATE respondents
        SET consent = $2, consent_version = $3, consented_at = $4, language = $5,
            shares_with_members = $6, shares_with_research = $7,
            state = CASE WHEN state = 'done' THEN 'done' ELSE 'started' END
        WHERE id = $1)",
              by.respondent(), given.consent, given.consent_version, now, given.language,
              given.shares_with_members, given.shares_with_research);
    return {};
}

Result<void> decline(db::Session& db, const Respondent& by, Instant now) {
    KONBIT_CHECK(standing(db, by, now));
    take_back_all(db, by, RespondentState::declined);
    return {};
}

void take_back_all(db::Session& db, const Respondent& by, RespondentState state) {
    db.change("DELETE FROM answers WHERE respondent_id = $1", by.respondent());
    unlisted::remove_all(db, by.respondent());
    sealed::remove_all(db, by.respondent());
    forget_prefill(db, by.respondent());
    db.change("DELETE FROM entries WHERE id = $1", by.respondent());
    own_network::forget(db, by.respondent());
    db.change("UPDATE row_states SET state = 'withdrawn' WHERE respondent_id = $1", by.respondent());
    db.change(R"(
        UPDATE respondents
        SET state = $2, consent = NULL, consent_version = NULL, consented_at = NULL, finished_at = NULL,
            receipt = NULL, shares_with_members = FALSE, shares_with_research = FALSE
        WHERE id = $1)",
              by.respondent(), state);
}

Result<std::string> finish(db::Session& db, const Respondent& by, std::string_view receipt, Instant now) {
    KONBIT_TRY(const Standing stands, with_consent(db, by, now));
    const auto entered = stands.is_over ? std::optional(correctable_questions(db, by)) : std::nullopt;
    for (const auto& row : begun_rows(db, by))
        if (!entered || std::ranges::find(*entered, row) != entered->end()) end_row(db, by, row);
    if (!entered) answer_behind_empty_gates(db, by);
    db.change(R"(
        UPDATE respondents SET state = 'done', finished_at = $2, receipt = COALESCE(receipt, $3) WHERE id = $1)",
              by.respondent(), now, receipt);
    return db.value<std::string>("SELECT receipt FROM respondents WHERE id = $1", by.respondent());
}

}  // namespace konbit::answers
