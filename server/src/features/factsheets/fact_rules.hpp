// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/factsheets/country_fact.hpp"

namespace konbit {

/// Returns the fact with its texts trimmed, if it satisfies every rule that needs no database. It says
/// something: in words, as an amount, or by naming a body; a budget has an amount and a year.
/// @param today  No source speaks for a later day.
/// @return ErrorCode::invalid with one FieldError per broken rule.
Result<CountryFactProfile> checked(CountryFactProfile fact, Date today);

}  // namespace konbit
