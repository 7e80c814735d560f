// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Who handles data for this installation, and the deadlines of the laws.
std::span<const http::Route<App>> processor_routes();

}  // namespace konbit
