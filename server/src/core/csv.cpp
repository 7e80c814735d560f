// SPDX-License-Identifier: Apache-2.0
#include "core/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace konbit {
namespace {

constexpr std::string_view delimiters = ",;\t";

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

std::unexpected<Error> broken(std::string pointer, std::string code) {
    return failure(ErrorCode::invalid, "csv", {{std::move(pointer), std::move(code)}});
}

/// @return The delimiter found most often outside quotes in the first record; comma when there is none.
char most_used_delimiter(std::string_view text) {
    std::array<int, delimiters.size()> uses{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) break;
        if (const auto at = delimiters.find(c); !quoted && at != std::string_view::npos) ++uses[at];
    }
    return delimiters[static_cast<std::size_t>(std::ranges::max_element(uses) - uses.begin())];
}

/// Cuts text into records, one call each.
class Scanner {
  public:
    Scanner(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    bool at_end() const { return at_ >= text_.size(); }
    int row() const { return row_; }

    Result<std::vector<std::string>> record() {
        ++row_;
        std::vector<std::string> cells;
        for (;;) {
            KONBIT_TRY(std::string next, cell());
            cells.push_back(std::move(next));
            if (at_end()) return cells;
            const char c = text_[at_++];
            if (c == delimiter_) continue;
            if (c == '\r' && !at_end() && text_[at_] == '\n') ++at_;
            return cells;
        }
    }

  private:
    bool ends_cell(char c) const { return c == delimiter_ || c == '\n' || c == '\r'; }

    Result<std::string> cell() {
        if (!at_end() && text_[at_] == '"') return quoted_cell();
        const std::size_t start = at_;
        while (!at_end() && !ends_cell(text_[at_])) ++at_;
        return std::string(text_.substr(start, at_ - start));
    }

    Result<std::string> quoted_cell() {
        std::string cell;
        for (++at_; !at_end(); ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                if (at_end() || ends_cell(text_[at_])) return cell;
                if (text_[at_] != '"') return broken(fmt::format("row:{}", row_), "text_after_quote");
            }
            cell.push_back(text_[at_]);
        }
        return broken(fmt::format("row:{}", row_), "unclosed_quote");
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    int row_ = 0;
};

bool is_blank(const std::vector<std::string>& cells) {
    return std::ranges::all_of(cells, [](const std::string& cell) { return trimmed(cell).empty(); });
}

/// The first record with a cell in it; spreadsheets like to leave lines above.
Result<std::vector<std::string>> read_header(Scanner& scanner) {
    while (!scanner.at_end()) {
        KONBIT_TRY(std::vector<std::string> cells, scanner.record());
        if (is_blank(cells)) continue;
        for (std::string& cell : cells) cell = std::string(trimmed(cell));
        while (cells.back().empty()) cells.pop_back();
        return cells;
    }
    return broken("row:1", "no_header");
}

Result<CsvTable> check_header(CsvTable table, int row) {
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const std::string& name = table.header[i];
        if (name.empty()) return broken(fmt::format("row:{}/{}", row, i + 1), "empty_column_name");
        if (*table.column(name) != i) return broken(fmt::format("row:{}/{}", row, name), "duplicate_column");
    }
    return table;
}

Result<CsvTable> read_rows(CsvTable table, Scanner& scanner) {
    const std::size_t width = table.header.size();
    while (!scanner.at_end()) {
        KONBIT_TRY(std::vector<std::string> cells, scanner.record());
        if (is_blank(cells)) continue;
        while (cells.size() > width && trimmed(cells.back()).empty()) cells.pop_back();
        if (cells.size() > width) return broken(fmt::format("row:{}", scanner.row()), "too_many_cells");
        cells.resize(width);
        table.rows.push_back({scanner.row(), std::move(cells)});
    }
    return table;
}

bool is_plain_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

constexpr std::string_view formula_starts = "=+-@\t\r\n";
/// The same signs as East Asian keyboards write them; some spreadsheets read them alike.
constexpr auto wide_formula_starts = std::to_array<std::string_view>({"＝", "＋", "－", "＠"});

bool is_formula(std::string_view text) {
    return (!text.empty() && formula_starts.contains(text.front())) ||
           std::ranges::any_of(wide_formula_starts, [&](auto start) { return text.starts_with(start); });
}

/// Whether a formula would begin behind any number of apostrophes, quotation marks and blanks, which a
/// spreadsheet or whoever tidies a column takes away.
bool begins_formula(std::string_view text) {
    const auto first = text.find_first_not_of("'\" ");
    return first != std::string_view::npos && is_formula(text.substr(first));
}

/// How many of the first records a delimiter cuts into as many cells as the first record, which must be two
/// or more.
int agreeing_records(std::string_view text, char delimiter) {
    constexpr int looked_at = 20;
    Scanner scanner(text, delimiter);
    std::size_t width = 0;
    int agreeing = 0;
    for (int i = 0; i < looked_at && !scanner.at_end(); ++i) {
        const auto record = scanner.record();
        if (!record) break;
        if (is_blank(*record)) continue;
        if (width == 0) width = record->size();
        if (width > 1 && record->size() == width) ++agreeing;
    }
    return agreeing;
}

/// The delimiter on which most records agree; of equals the one that the first record uses most.
char agreed_delimiter(std::string_view text) {
    const char most_used = most_used_delimiter(text);
    char best = most_used;
    for (const char each : delimiters)
        if (agreeing_records(text, each) > agreeing_records(text, best)) best = each;
    return best;
}

bool names_delimiter(std::string_view text) {
    return text.size() > 4 && same_name(text.substr(0, 4), "sep=") && delimiters.contains(text[4]);
}

}  // namespace

bool may_run_as_formula(std::string_view text) { return is_formula(text) && !is_plain_number(text); }

std::string neutralized(std::string_view text) {
    const bool is_safe = !begins_formula(text) || is_plain_number(text);
    return (is_safe ? "" : "'") + std::string(text);
}

std::string unneutralized(std::string_view text) {
    return std::string(text.starts_with('\'') && begins_formula(text) ? text.substr(1) : text);
}

Result<CsvRecords> read_csv_records(std::string_view bytes) {
    const DecodedText decoded = decode_text(bytes);
    const std::string_view text = decoded.text;
    if (text.contains('\0')) return broken("row:1", "not_text");
    CsvRecords records{.encoding = decoded.encoding};
    records.delimiter = names_delimiter(text) ? text[4] : agreed_delimiter(text);
    Scanner scanner(text, records.delimiter);
    if (names_delimiter(text)) KONBIT_CHECK(scanner.record());
    while (!scanner.at_end()) {
        KONBIT_TRY(std::vector<std::string> cells, scanner.record());
        if (!is_blank(cells)) records.rows.push_back({scanner.row(), std::move(cells)});
    }
    return records;
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
    const auto found =
        std::ranges::find_if(header, [&](const std::string& each) { return same_name(each, name); });
    if (found == header.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header.begin());
}

Result<CsvTable> read_csv(std::string_view bytes) {
    const DecodedText decoded = decode_text(bytes);
    const std::string_view text = decoded.text;
    if (text.contains('\0')) return broken("row:1", "not_text");
    const bool named = names_delimiter(text);
    CsvTable table{.delimiter = named ? text[4] : most_used_delimiter(text), .encoding = decoded.encoding};
    Scanner scanner(text, table.delimiter);
    if (named) KONBIT_CHECK(scanner.record());
    KONBIT_TRY(table.header, read_header(scanner));
    KONBIT_TRY(table, check_header(std::move(table), scanner.row()));
    return read_rows(std::move(table), scanner);
}

std::string csv_cell(std::string_view text, char delimiter) {
    std::string cell = neutralized(text);
    const bool needs_quotes =
        cell.find_first_of("\"\r\n") != std::string::npos || cell.find(delimiter) != std::string::npos;
    if (!needs_quotes) return cell;
    std::string quoted = "\"";
    for (const char c : cell) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

CsvWriter& CsvWriter::cell(std::string_view text) {
    separate();
    out_ += csv_cell(text, delimiter_);
    return *this;
}

CsvWriter& CsvWriter::cell(double value) {
    separate();
    if (std::isfinite(value)) out_ += fmt::format("{}", value);
    return *this;
}

CsvWriter& CsvWriter::cell(long long value) {
    separate();
    out_ += fmt::format("{}", value);
    return *this;
}

void CsvWriter::end_row() {
    out_ += "\r\n";
    at_row_start_ = true;
}

void CsvWriter::separate() {
    if (!at_row_start_) out_ += delimiter_;
    at_row_start_ = false;
}

}  // namespace konbit
