// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "sheets/archive.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Workbooks of spreadsheet programs (Office Open XML, "XLSX"): read as text, written as text.
/// @source ECMA-376, Office Open XML file formats, part 1
namespace konbit::sheets {

/// A row that holds anything.
struct SheetRow {
    int number = 0;  ///< As the spreadsheet counts, from 1.
    std::vector<std::string> cells;
};

/// What a reader of one sheet is given.
struct Sheet {
    std::string name;
    std::vector<std::string>
        others;  ///< Names of the sheets that can be chosen instead, hidden ones left out.
    std::vector<SheetRow> rows;
};

struct WorkbookLimits {
    ArchiveLimits archive{};
    int rows = 20'000;
    int columns = 200;
    std::size_t cells = 1'000'000;
};

/// Whether bytes begin as a workbook does, of today's kind or of the one before 2007.
bool looks_like_workbook(std::string_view bytes);

/// Reads one sheet. Every cell is a text: numbers as they would be typed (15 digits, a point), days as
/// "2025-09-15" in either date system, truths as "true" and "false", formulas as the value that was stored
/// with them, errors as "#N/A".
///
/// @param sheet  Its name; empty for the first one that is not hidden.
/// @return ErrorCode::invalid at "file" with `not_a_workbook`, `workbook_locked` (a password, or the format
///         before 2007), `workbook_too_large`, `workbook_broken` (params: part), `no_such_sheet`.
/// @complexity O(unpacked bytes); the parts are in memory one at a time.
Result<Sheet> read_sheet(std::string_view bytes, std::string_view sheet = {},
                         const WorkbookLimits& limits = {});

/// Writes a workbook of one sheet: a header that stays in view, and texts below it. A text is stored as a
/// text: nothing in it can run as a formula.
/// @return ErrorCode::unavailable when no temporary file can be made.
Result<std::string> write_sheet(std::string_view name, const std::vector<std::string>& header,
                                const std::vector<std::vector<std::string>>& rows);

}  // namespace konbit::sheets
