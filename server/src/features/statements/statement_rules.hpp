// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/statements/statement.hpp"

#include <vector>

namespace konbit::statements {

/// Returns the entry with its texts trimmed, if it satisfies every rule that needs no database.
/// @return ErrorCode::invalid: an amount without a currency or the other way round, a quantity without a
/// unit,
///         nothing at all ("required" at /amount), negative figures, a day in the future.
Result<StatementEntry> checked(StatementEntry entry, Date today);

/// Sums by direction, kind, currency and unit, in the order of the kinds. Entries without figures are counted
/// too.
/// @complexity O(entries x kinds found).
std::vector<StatementTotal> totals_of(const std::vector<StatementEntry>& entries);

/// The kinds that no entry has, "other" left out.
std::vector<EntryKind> missing_from(const std::vector<StatementEntry>& entries);

}  // namespace konbit::statements
