// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "http/response.hpp"

#include <string>
#include <string_view>

namespace konbit::http {

/// The status that an error is answered with, as the comments of ErrorCode say.
int status_of(ErrorCode code);

/// An RFC 9457 document: {type, title, status, reason, request_id, errors: [{pointer, code, params}],
/// params}. `type` is "about:blank": the status and the stable `reason` say what happened, and the client
/// words it. `errors` and `params` are left out when empty. A limit's `retry_after_s` also becomes
/// Retry-After.
Response problem(const Error& error, std::string_view request_id);

/// The same for a status that no Error stands for: 405, 431, 500.
Response problem(int status, std::string_view reason, std::string_view request_id);

}  // namespace konbit::http
