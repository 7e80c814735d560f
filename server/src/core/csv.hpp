// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/encoding.hpp"
#include "core/result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// One record of a table. Its cells are as many as the header's: missing last cells are empty.
struct CsvRow {
    int number = 0;  ///< As a spreadsheet counts: the header is usually row 1.
    std::vector<std::string> cells;
};

/// A table read from a file, with what was found out about the file.
struct CsvTable {
    std::vector<std::string> header{};  ///< Trimmed.
    std::vector<CsvRow> rows{};         ///< Without empty lines.
    char delimiter = ',';
    Encoding encoding = Encoding::utf_8;

    /// @return The place of the column called `name`, in whatever case (ASCII), or nothing.
    std::optional<std::size_t> column(std::string_view name) const;
};

/// Reads a table with a header (RFC 4180), with comma, semicolon or tab between cells and any line end.
///
/// The delimiter is the one that the header uses most, or the one that a first line `sep=;` names.
///
/// @param bytes  The file as it is; decoded by decode_text().
/// @return ErrorCode::invalid with the place as "row:12" or "row:12/column" and one of the codes `not_text`
/// (a
///         workbook, a picture), `no_header`,
///         `empty_column_name`, `duplicate_column`, `too_many_cells`, `unclosed_quote`, `text_after_quote`.
/// @source RFC 4180, https://www.rfc-editor.org/rfc/rfc4180
Result<CsvTable> read_csv(std::string_view bytes);

/// The records of a file before anything is made of its first line.
struct CsvRecords {
    std::vector<CsvRow> rows{};  ///< Without empty lines; each as long as it is.
    char delimiter = ',';
    Encoding encoding = Encoding::utf_8;
};

/// Reads records without asking for a header, for tables that a person pastes or corrects.
///
/// The delimiter is the one that cuts most of the first records into as many cells as the first, or the one
/// that a first line `sep=;` names.
///
/// @return As read_csv() for a file that is no text or whose quotes do not match.
Result<CsvRecords> read_csv_records(std::string_view bytes);

/// A text that a spreadsheet cannot run: one that begins with = + - @ tab or carriage return (behind any
/// number of apostrophes) gets an apostrophe in front. Plain numbers (-12.5, +3e-2) stay as they are.
std::string neutralized(std::string_view text);

/// What neutralized() made its text from: unneutralized(neutralized(t)) is t for every t.
std::string unneutralized(std::string_view text);

/// Whether a spreadsheet would run the text as a formula.
bool may_run_as_formula(std::string_view text);

/// The text of one cell as a file should hold it: quoted where needed, and harmless in a spreadsheet.
///
/// It is neutralized().
std::string csv_cell(std::string_view text, char delimiter = ',');

/// Writes records (RFC 4180, lines end with CR LF) to the end of a string.
class CsvWriter {
  public:
    explicit CsvWriter(std::string& out, char delimiter = ',') : out_(out), delimiter_(delimiter) {}

    CsvWriter& cell(std::string_view text);
    /// The shortest text that reads back as the same value; an undefined (not finite) value is an empty cell.
    CsvWriter& cell(double value);
    CsvWriter& cell(long long value);
    void end_row();

  private:
    void separate();

    std::string& out_;
    char delimiter_;
    bool at_row_start_ = true;
};

}  // namespace konbit
