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
};
/// @param question  The one that is answered: what was entered for the respondent can be corrected longer.
/// @return ErrorCode::conflict with "wave_closed" or "wave_not_open".
Result<Standing> standing(db::Session& db, const Respondent& by, Instant now,
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

/// What the respondent agreed to, given before the first answer and changeable while the wave is open.
struct ConsentGiven {
    Consent consent = Consent::aggregate;
    std::string consent_version;
    std::string language;
    std::string device{};               ///< As in Tap; empty when the device gave none.
    bool shares_with_members = false;   ///< Open ties may stand on a map that members see.
    bool shares_with_research = false;  ///< Answers may leave for research, without names.

    static constexpr auto fields() {
        return std::tuple{
            field("consent", &ConsentGiven::consent),
            field("consent_version", &ConsentGiven::consent_version),
            field("language", &ConsentGiven::language),
            field("device", &ConsentGiven::device).defaulted(),
            field("shares_with_members", &ConsentGiven::shares_with_members).defaulted(),
            field("shares_with_research", &ConsentGiven::shares_with_research).defaulted(),
        };
    }
};
/// Who comes to agree that limited answers are shown by name agrees for what this device gave: those of other
/// devices are forgotten, or whoever holds the link could uncover them.
/// @return ErrorCode::conflict "consent_changed" when another text was agreed to than the wave's;
/// ErrorCode::invalid
///         for a language in which the wave does not ask.
Result<void> save_consent(db::Session& db, const Respondent& by, const ConsentGiven& given, Instant now);

/// The respondent does not take part: what was answered is erased, sealed answers too; the name stays on the
/// roster.
Result<void> decline(db::Session& db, const Respondent& by, Instant now);

/// Erases all that the respondent answered, sealed rows too, and the consent to it.
/// @param state  What becomes of the respondent: declined, or withdrawn once the wave is frozen.
void take_back_all(db::Session& db, const Respondent& by, RespondentState state);

/// The respondent is done: what was begun counts as answered.
/// @param receipt  Kept unless there is one already.
/// @return The receipt.
Result<std::string> finish(db::Session& db, const Respondent& by, std::string_view receipt, Instant now);

}  // namespace konbit::answers
