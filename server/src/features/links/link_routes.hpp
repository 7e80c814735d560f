// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Personal links: the facilitator's list and re-issue.
std::span<const http::Route<App>> link_routes();

/// Sending them by mail.
std::span<const http::Route<App>> link_mail_routes();

}  // namespace konbit
