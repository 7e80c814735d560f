// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// The audit log for administrators, and for members who looked at their cluster from outside.
std::span<const http::Route<App>> audit_routes();

}  // namespace konbit
