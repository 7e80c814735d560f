// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

namespace passkeys {

/// Making, listing and removing passkeys, and signing in by one.
std::span<const http::Route<App>> passkey_routes();

}  // namespace passkeys

using passkeys::passkey_routes;

}  // namespace konbit
