// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/register_capabilities.hpp"
#include "http/arguments.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <string>

namespace konbit::pages {

/// A form of a few fields, as a browser sends it.
using Form = http::Body<16 * 1024>;

/// "/experts": the experts who have confirmed their profile, narrowed by words, country, objective, language.
Result<http::Response> experts_page(App& app, const Viewer& viewer, const http::Request& request);
/// One expert, with a form for a message that is passed on.
Result<http::Response> expert_page(App& app, std::string slug, const Viewer& viewer,
                                   const http::Request& request);
/// Takes the message of that form: 303 back to the page, 422 with what is wrong, 429 after too many.
Result<http::Response> write_to_expert(App& app, std::string slug, const Viewer& viewer, Form form,
                                       const http::Request& request);

/// What the personal link opens: the profile as it stands, what is agreed to, and both buttons.
Result<http::Response> expert_consent_page(App& app, const ConsentingExpert& by,
                                           const http::Request& request);
/// `act=confirm` publishes the profile, `act=withdraw` erases it.
Result<http::Response> answer_expert_consent(App& app, const ConsentingExpert& by, Form form,
                                             const http::Request& request);

}  // namespace konbit::pages
