// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/agreements/agreement.hpp"

namespace konbit {

/// Returns the agreement with texts trimmed and its sort key made, if every rule holds that needs no
/// database: one keeper, two parties or more, and public only when each of them agrees to that.
/// @return ErrorCode::invalid with one FieldError per broken rule.
Result<AgreementProfile> checked(AgreementProfile agreement);

}  // namespace konbit
