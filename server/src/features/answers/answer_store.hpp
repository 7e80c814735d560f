// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/answers/answer.hpp"
#include "features/links/invitation.hpp"
#include "features/sealed/sealed_store.hpp"

#include <map>

/// Answers in the database. Last received wins for each item: within a device by its sequence, so that a late
/// repetition changes nothing, and between devices by arrival.
namespace konbit::answers {

/// What must hold before an answer is taken, as the database has it now.
struct Standing {
    Wave wave{};
    Invitation invitation{};
    bool is_over = false;  ///< Only what was entered for the respondent can still be corrected.
};
/// @param question  The one that is answered: what was entered for the respondent can be corrected longer.
/// @return ErrorCode::conflict with "wave_closed" or "wave_not_open".
Result<Standing> standing(db::Session& db, const Respondent& by, Instant now,
                          std::optional<QuestionId> question = {});

/// The same for a respondent who agreed; ErrorCode::conflict "consent_missing" else.
Result<Standing> with_consent(db::Session& db, const Respondent& by, Instant now,
                              std::optional<QuestionId> question = {});

/// The question if this respondent's wave asks it; ErrorCode::not_found otherwise.
Result<Question> find_question(db::Session& db, const Respondent& by, const QuestionId& question);

/// The place of each member of the respondent's roster but its own.
std::map<WaveMemberId, int> places_of_others(db::Session& db, const Respondent& by);

/// Writes one tap.
/// @return ErrorCode::conflict "consent_missing" before consent, "question_sealed" for a sealed question;
///         ErrorCode::not_found for a question or a member of another wave, or the respondent's own.
Result<void> save_tap(db::Session& db, const Respondent& by, const QuestionId& question,
                      const WaveMemberId& alter, const Tap& tap, Instant now);

/// Whether a respondent who answered may still correct a closed wave.
/// @return ErrorCode::conflict with "wave_not_closed", "reply_over" or "consent_missing".
Result<Standing> standing_for_reply(db::Session& db, const Respondent& by, Instant now);

/// Writes one tap into a closed wave. The questions that were answered stay so: whose last name goes was
/// "none of these".
/// @return The errors of save_tap() and standing_for_reply(); ErrorCode::conflict "row_not_answered" for a
/// question
///         that was not answered before closing.
Result<void> correct_tap(db::Session& db, const Respondent& by, const QuestionId& question,
                         const WaveMemberId& alter, const Tap& tap, Instant now);

/// Writes what was said of a whole question. "None of these" and "prefer not to say" take its ties back.
/// "Answered" without any tie is kept as partial: nothing was said yet.
Result<void> save_row(db::Session& db, const Respondent& by, const QuestionId& question,
                      const RowChange& change, Instant now);

/// Writes the ciphertext of a sealed question, unless the same device sent a newer one. Whether members were
/// named is not told by the row's state.
/// @param sealed  Nothing when the respondent prefers not to say.
Result<void> save_sealed(db::Session& db, const Respondent& by, const RowChange& change,
                         const QuestionId& question, const std::optional<sealed::StoredRow>& sealed,
                         Instant now);

}  // namespace konbit::answers
