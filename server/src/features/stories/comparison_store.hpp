// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/stories/comparison.hpp"

namespace konbit::stories {

/// The wave, and of every other cluster what its last finished wave says of the same question. Of those only
/// how many contacts a member gives on average leaves this function. Invented clusters are no peers of real
/// ones.
/// @return ErrorCode::not_found with "question" for one that the wave does not ask, or that is sealed.
Result<Compared> load_compared(db::Session& db, const Analyst& by, QuestionKey question);

}  // namespace konbit::stories
