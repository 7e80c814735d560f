// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// People, their roles and their duplicates under /api/.
std::span<const http::Route<App>> person_routes();

/// Invitations to an account.
std::span<const http::Route<App>> invitation_routes();

/// Erasing a person or the own account, and everything held about oneself.
std::span<const http::Route<App>> erasure_routes();

}  // namespace konbit
