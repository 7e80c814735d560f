// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/answers/answer.hpp"

#include <span>

namespace konbit::answers {

/// Writes a row of an open question that was collected elsewhere, and marks the respondent as imported. No
/// consent is recorded, because none was given here.
/// @return ErrorCode::conflict "question_not_open" for a limited or sealed question.
Result<void> import_row(db::Session& db, const Respondent& by, const Question& question,
                        std::span<const AlterValue> ties, Instant now);

}  // namespace konbit::answers
