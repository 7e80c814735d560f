// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/answers/answer_store.hpp"
#include "features/answers/participation.hpp"
#include "features/app.hpp"
#include "features/links/answer_cookie.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::answers {

/// The respondent that a pass stands for, if the pass still holds.
/// @param who  The respondent or the member for whom the page says that it answers; empty when it does not
/// say.
/// @return ErrorCode::unauthenticated with "answer_session_ended" (past its time), "link_replaced" (re-issued
/// since)
///         or "link_unknown"; ErrorCode::conflict "other_respondent" when the pass is of another member.
Result<Respondent> respondent_of(App& app, const links::AnswerPass& pass, std::string_view who = {});

/// Decides which group of the roster comes first for a respondent: random, and the same at every call.
std::uint64_t order_seed(App& app, const RespondentId& respondent);

/// Notes what the respondent agrees to, and ticks in advance whom it knew last time (prefill.hpp).
/// @return The errors of save_consent().
Result<void> agree(App& app, const Respondent& by, const ConsentGiven& given);

/// Writes one tap; taking a tie back at a gate takes it out of the sealed rows behind it as well.
/// @return The errors of save_tap() and reseal_behind_gates().
Result<void> save_one_tap(App& app, const Respondent& by, const QuestionId& question,
                          const WaveMemberId& alter, const Tap& tap);

/// Writes what a respondent says of a whole question. Values of a sealed one are encrypted first, with the
/// key of the wave, and go nowhere else.
/// @return The errors of save_row(), save_sealed(), row_of() and reseal_behind_gates().
Result<void> save_whole_row(App& app, const Respondent& by, const QuestionId& question,
                            const RowChange& change);

/// Writes what was said of several questions, in its order. A phone on a slow line pays for every request.
/// @return ErrorCode::invalid with "/questions" "too_many" above 200 ties and rows; else the errors of
///         save_one_tap() and save_whole_row() for the first that cannot be taken. What was said before it
///         stays: whoever says all of it again changes nothing.
Result<void> save_said(App& app, const Respondent& by, const Said& said);

}  // namespace konbit::answers
