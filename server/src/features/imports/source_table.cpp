// SPDX-License-Identifier: Apache-2.0
#include "features/imports/source_table.hpp"

#include "core/text.hpp"
#include "sheets/workbook.hpp"

#include <algorithm>

namespace konbit::imports {

namespace {

std::unexpected<Error> refused(std::string code, std::size_t most = 0) {
    return failure(ErrorCode::invalid, "table", {{"file", std::move(code), {{"max", std::to_string(most)}}}});
}

/// A cell of a workbook is a text, as one behind an apostrophe in a CSV file is: both are kept in one
/// notation.
Result<SourceTable> read_workbook(std::string_view bytes, std::string_view sheet) {
    KONBIT_TRY(sheets::Sheet read, sheets::read_sheet(bytes, sheet));
    SourceTable table{
        .format = ImportFormat::xlsx, .sheet = std::move(read.name), .other_sheets = std::move(read.others)};
    for (auto& row : read.rows) {
        for (auto& cell : row.cells) cell = neutralized(text::without_direction_controls(cell));
        table.rows.push_back({row.number, std::move(row.cells)});
    }
    return table;
}

Result<SourceTable> read_text(std::string_view bytes) {
    KONBIT_TRY(CsvRecords records, read_csv_records(bytes));
    return SourceTable{.encoding = std::string(name_of(records.encoding)),
                       .delimiter = std::string(1, records.delimiter),
                       .rows = std::move(records.rows)};
}

/// "A" … "Z", "AA" …: how spreadsheets call a column.
std::string letters_of(std::size_t column) {
    std::string letters;
    for (++column; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

void take_header(SourceTable& table, std::size_t width) {
    table.header = std::move(table.rows.front().cells);
    table.header.resize(width);
    table.rows.erase(table.rows.begin());
    for (std::size_t i = 0; i < width; ++i) {
        table.header[i] = text::trim(table.header[i]);
        if (table.header[i].empty()) table.header[i] = letters_of(i);
    }
}

std::size_t width_of(const std::vector<CsvRow>& rows) {
    std::size_t width = 0;
    for (const auto& row : rows) {
        const auto last =
            std::ranges::find_if(row.cells.rbegin(), row.cells.rend(),
                                 [](const std::string& cell) { return !text::trim(cell).empty(); });
        width = std::max(width, static_cast<std::size_t>(row.cells.rend() - last));
    }
    return width;
}

}  // namespace

Result<SourceTable> read_table(std::string_view bytes, std::string_view sheet) {
    KONBIT_TRY(SourceTable table,
               sheets::looks_like_workbook(bytes) ? read_workbook(bytes, sheet) : read_text(bytes));
    if (table.rows.size() < 2) return refused("no_rows");
    if (table.rows.size() - 1 > most_rows) return refused("too_many_rows", most_rows);
    const std::size_t width = width_of(table.rows);
    if (width > most_columns) return refused("too_many_columns", most_columns);
    take_header(table, width);
    for (auto& row : table.rows) row.cells.resize(width);
    return table;
}

}  // namespace konbit::imports
