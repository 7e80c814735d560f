// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/links/answer_cookie.hpp"

namespace konbit::links {

/// Turns the token of a personal link into the pass of an answer session.
/// @return ErrorCode::unauthenticated with a reason of its own: "link_unknown" (none of ours, or of somebody
/// else),
///         "link_replaced" (a newer one was issued), "wave_not_open", "wave_closed".
Result<AnswerPass> open_link(App& app, std::string_view token);

}  // namespace konbit::links
