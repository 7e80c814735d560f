// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/response.hpp"

#include <string>

namespace konbit::http {

/// The status line and header block of an answer, with Date, Content-Length and Connection.
std::string head_of(const Response& response, bool keeps_alive);

/// True for statuses that have no body by definition: 1xx, 204, 304.
bool is_bodiless(int status);

}  // namespace konbit::http
