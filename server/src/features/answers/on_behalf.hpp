// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/answers/answer.hpp"
#include "features/links/invitation.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// What others entered for a respondent (features/entries), as against what it said itself.
namespace konbit::answers {

/// Stands in place of a device's name where somebody entered an answer for the respondent.
inline constexpr std::string_view on_behalf = "entered on behalf";

/// The questions whose answers the respondent gave itself, in whole or in part, or has confirmed since they
/// were entered for it.
std::vector<QuestionId> own_questions(db::Session& db, const Respondent& by);

/// The questions that still stand as they were entered for it.
std::vector<QuestionId> entered_questions(db::Session& db, const Respondent& by);

/// What the answer page says of that.
struct EnteredForMe {
    AnswerMode mode = AnswerMode::paper;
    Instant entered_at{};
    Instant correct_until{};
    std::vector<QuestionId> question_ids;  ///< Those that still stand as they were entered.

    static constexpr auto fields() {
        return std::tuple{
            field("mode", &EnteredForMe::mode),
            field("entered_at", &EnteredForMe::entered_at),
            field("correct_until", &EnteredForMe::correct_until),
            field("question_ids", &EnteredForMe::question_ids),
        };
    }
};
/// @return Nothing when nothing was entered for this respondent.
std::optional<EnteredForMe> entered_for(db::Session& db, const Respondent& by);

/// Those which the respondent can still correct though the wave is over: all that was entered last.
/// @return Nothing when nothing was entered for this respondent.
std::vector<QuestionId> correctable_questions(db::Session& db, const Respondent& by);

/// Takes back what was entered for one question, so that it can be entered anew.
void forget_entered(db::Session& db, const Respondent& by, const QuestionId& question);

/// Whether answers are taken from this respondent now: as long as the wave is open, and of what was entered
/// for it for some days more, though the wave may be closed.
/// @param question  The one that is answered; nothing when it is not about one.
/// @return ErrorCode::conflict "wave_not_open" or "wave_closed".
Result<void> check_takes_answers(db::Session& db, const Wave& wave, const Respondent& by, Instant now,
                                 std::optional<QuestionId> question = {});

}  // namespace konbit::answers
