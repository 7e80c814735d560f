// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/starts/start.hpp"

namespace konbit {

/// Returns the request with its texts trimmed if it satisfies every rule that needs no database.
/// @return ErrorCode::invalid with /person_name, /email, /name, /country_code, /sector or /purpose.
Result<StartRequest> checked(StartRequest start);

}  // namespace konbit
