// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/team_policies.hpp"
#include "http/arguments.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

/// The page behind the personal link, which works without script.
namespace konbit::team {

/// What is asked, what stands there now, and both answers.
Result<http::Response> question_page(App& app, const TeamPerson& by, const http::Request& request);

/// `act=agree` with `languages`, `shows_email`, `shows_phone`; `act=withdraw` takes everything back.
Result<http::Response> answer_question(App& app, const TeamPerson& by, http::Body<4 * 1024> form,
                                       const http::Request& request);

}  // namespace konbit::team
