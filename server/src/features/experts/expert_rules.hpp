// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/experts/expert.hpp"

namespace konbit {

/// Returns the expert with texts trimmed, the address of `email` taken over when one is given, and the sort
/// key made, if every rule holds that needs no database.
/// @return ErrorCode::invalid with one FieldError per broken rule.
Result<Expert> checked(ExpertDraft draft);

/// Whether something differs that people would read: then the expert is asked again.
bool reads_differently(const Expert& before, const Expert& after);

}  // namespace konbit
