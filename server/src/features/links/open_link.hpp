// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/links/answer_cookie.hpp"
#include "http/response.hpp"

namespace konbit::links {

/// Turns the token of a personal link, or its short code, into the pass of an answer session. After closing
/// it opens for those who have answered: they find their own network there, and answers are taken no more.
/// @return ErrorCode::unauthenticated with a reason of its own: "link_unknown" (none of ours, or of somebody
/// else),
///         "link_replaced" (a newer one was issued), "wave_not_open", "wave_closed";
///         ErrorCode::too_many_requests when codes of the wave were tried too often.
Result<AnswerPass> open_link(App& app, std::string_view token);

/// The same for somebody who uses a right over what was answered: as long as there is something to have
/// rights over, closed and frozen waves too.
/// @return ErrorCode::unauthenticated with "link_unknown", "link_replaced" or "wave_not_open" (a draft).
Result<AnswerPass> open_link_for_rights(App& app, std::string_view token);

/// The cookie of an answer session.
http::Cookie cookie_of(App& app, const AnswerPass& pass);

}  // namespace konbit::links
