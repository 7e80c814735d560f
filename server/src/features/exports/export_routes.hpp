// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Files with something of a wave in them, and the list of those that were taken out.
std::span<const http::Route<App>> export_routes();

}  // namespace konbit
