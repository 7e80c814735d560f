// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Who can see a record.
std::span<const http::Route<App>> record_reader_routes();

}  // namespace konbit
