// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/corrections/correction.hpp"

namespace konbit {

inline constexpr int longest_correction = 2000;
inline constexpr int longest_reason = 1000;

/// Returns the correction with its texts trimmed if it satisfies every rule that needs no database.
/// @return ErrorCode::invalid with /page, /text or /email.
Result<Correction> checked(Correction correction);

/// @return ErrorCode::invalid with /reason: a refusal says why.
Result<std::string> checked_reason(std::string_view reason);

}  // namespace konbit
