// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit::mail {

/// The development mailbox: what the installation has sent or would send. In a demonstration only; elsewhere
/// its pages are not found.
std::span<const http::Route<App>> mail_routes();

}  // namespace konbit::mail
