// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

namespace oidc {

/// Signing in through a provider, and the providers by which the own account is entered.
std::span<const http::Route<App>> oidc_routes();

}  // namespace oidc

using oidc::oidc_routes;

}  // namespace konbit
