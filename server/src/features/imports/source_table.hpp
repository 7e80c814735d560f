// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/csv.hpp"
#include "core/result.hpp"
#include "features/imports/import.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::imports {

inline constexpr std::size_t most_rows = 10'000;
inline constexpr std::size_t most_columns = 100;

/// A table as it came, whatever it came in.
struct SourceTable {
    ImportFormat format = ImportFormat::csv;
    std::optional<std::string> encoding{};   ///< Of text.
    std::optional<std::string> delimiter{};  ///< Of text.
    std::optional<std::string> sheet{};      ///< Of a workbook.
    std::vector<std::string> other_sheets{};
    std::vector<std::string> header{};  ///< Trimmed; a column without a name is called "C".
    std::vector<CsvRow> rows{};         ///< Each as wide as the header.
};

/// Reads a CSV file, a pasted table or a workbook: what it is shows in its first bytes. The first row that
/// holds anything is the header.
/// @param sheet  Of a workbook; empty for the first one that is seen.
/// @return ErrorCode::invalid as core/csv and sheets/workbook have it, and `no_rows`, `too_many_rows`,
///         `too_many_columns`.
Result<SourceTable> read_table(std::string_view bytes, std::string_view sheet = {});

}  // namespace konbit::imports
