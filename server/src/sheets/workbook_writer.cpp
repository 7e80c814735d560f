// SPDX-License-Identifier: Apache-2.0
#include "core/encoding.hpp"
#include "sheets/workbook.hpp"
#include "sheets/workbook_parts.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace konbit::sheets {

namespace {

constexpr std::size_t longest_sheet_name = 31;
constexpr double narrowest = 8, widest = 60;  ///< Of columns, in characters.

/// A file that only this process may read and that is gone afterwards: the library writes to files only.
class TemporaryFile {
  public:
    TemporaryFile() : path_((std::filesystem::temp_directory_path() / "konbit-XXXXXX").string()) {
        const int file = ::mkstemp(path_.data());
        if (file < 0)
            path_.clear();
        else
            ::close(file);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove(path_, ignored);
    }

    bool is_open() const { return !path_.empty(); }
    const std::string& path() const { return path_; }
    std::string content() const {
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

  private:
    std::string path_;
};

/// What no spreadsheet accepts in the name of a sheet becomes a blank.
std::string sheet_name(std::string_view name) {
    std::string allowed(name.substr(0, longest_sheet_name));
    while (!is_utf8(allowed)) allowed.pop_back();
    std::ranges::replace_if(
        allowed, [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, ' ');
    return allowed;
}

/// The library escapes control characters as "_x000D_", but not a text that looks like one.
std::string escaped(std::string_view text) {
    constexpr std::size_t length = 7;
    std::string safe;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto part = text.substr(i, length);
        if (part.starts_with("_x") && unescaped(part) != part) safe += "_x005F";
        safe += text[i];
    }
    return safe;
}

void write_row(lxw_worksheet* sheet, lxw_row_t row, const std::vector<std::string>& cells,
               lxw_format* format) {
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!cells[i].empty())
            worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), escaped(cells[i]).c_str(), format);
}

void set_widths(lxw_worksheet* sheet, const std::vector<std::string>& header,
                const std::vector<std::vector<std::string>>& rows) {
    constexpr std::size_t looked_at = 100;
    for (std::size_t i = 0; i < header.size(); ++i) {
        std::size_t longest = header[i].size();
        for (std::size_t row = 0; row < std::min(rows.size(), looked_at); ++row)
            if (i < rows[row].size()) longest = std::max(longest, rows[row][i].size());
        const double width = std::clamp(static_cast<double>(longest) + 2, narrowest, widest);
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, column, column, width, nullptr);
    }
}

lxw_error written(const std::string& path, std::string_view name, const std::vector<std::string>& header,
                  const std::vector<std::vector<std::string>>& rows) {
    lxw_workbook* workbook = workbook_new(path.c_str());
    if (workbook == nullptr) return LXW_ERROR_CREATING_TMPFILE;
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, sheet_name(name).c_str());
    lxw_format* bold = workbook_add_format(workbook);
    format_set_bold(bold);
    set_widths(sheet, header, rows);
    write_row(sheet, 0, header, bold);
    for (std::size_t row = 0; row < rows.size(); ++row)
        write_row(sheet, static_cast<lxw_row_t>(row + 1), rows[row], nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
    return workbook_close(workbook);
}

}  // namespace

Result<std::string> write_sheet(std::string_view name, const std::vector<std::string>& header,
                                const std::vector<std::vector<std::string>>& rows) {
    const TemporaryFile file;
    if (!file.is_open() || written(file.path(), name, header, rows) != LXW_NO_ERROR)
        return failure(ErrorCode::unavailable, "temporary_file");
    return file.content();
}

}  // namespace konbit::sheets
