// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Reminding the members of a wave, and wanting no reminders.
std::span<const http::Route<App>> reminder_routes();

}  // namespace konbit
