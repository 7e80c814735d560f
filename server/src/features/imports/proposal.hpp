// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/imports/source_table.hpp"

#include <string>
#include <vector>

namespace konbit::imports {

/// What the columns of a table may hold: by their headers, else by what stands in them (addresses, dates,
/// countries …). No field is proposed twice.
std::vector<ImportColumn> propose(ImportKind kind, const SourceTable& table);

/// Takes over what was chosen for the same header before, as far as its fields still exist.
void remember(std::vector<ImportColumn>& columns, const std::vector<ImportColumn>& earlier, ImportKind kind);

/// Finds out how the date columns write their days; a choice that was made stays.
void settle_dates(std::vector<ImportColumn>& columns, ImportKind kind, const std::vector<CsvRow>& rows);

/// What tells one header from another: its names, folded.
std::string signature_of(const std::vector<std::string>& header);

}  // namespace konbit::imports
