// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::answers {

/// Takes those members out of a respondent's sealed rows who are no longer ticked at the question's gate.
/// Every row behind a gate is sealed anew, whether it named one of them or not: a row that stays as it was
/// would tell.
/// @return ErrorCode::unavailable with "wave_key" when the key is missing or opens a row no more;
///         ErrorCode::conflict with "wave_closed".
Result<void> reseal_behind_gates(App& app, const Respondent& by);

}  // namespace konbit::answers
