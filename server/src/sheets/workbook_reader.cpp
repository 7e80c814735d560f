// SPDX-License-Identifier: Apache-2.0
#include "sheets/serial_date.hpp"
#include "sheets/workbook.hpp"
#include "sheets/workbook_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace konbit::sheets {

namespace {

std::unexpected<Error> refused(std::string code, Params params = {}) {
    return failure(ErrorCode::invalid, "workbook", {{"file", std::move(code), std::move(params)}});
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// The column of a place such as "AB12", counted from 0; nothing when it begins with no letter.
std::optional<int> column_of(std::string_view place) {
    int column = 0;
    for (const char c : place) {
        if (c < 'A' || c > 'Z' || column > 100'000) break;
        column = column * 26 + (c - 'A' + 1);
    }
    return column == 0 ? std::nullopt : std::optional(column - 1);
}

/// Reads the rows of one sheet, which must come in order, as the format demands.
class RowsReader {
  public:
    RowsReader(const WorkbookParts& parts, const WorkbookLimits& limits, std::string_view part)
        : parts_(parts), limits_(limits), part_(part) {}

    Result<std::vector<SheetRow>> read(pugi::xml_node data) {
        for (const pugi::xml_node node : data.children())
            if (local_name(node.name()) == "row") KONBIT_CHECK(read_row(node));
        return std::move(rows_);
    }

  private:
    std::unexpected<Error> broken() const { return refused("workbook_broken", {{"part", part_}}); }

    Result<void> read_row(pugi::xml_node node) {
        const auto given = attribute(node, "r");
        const auto number = given ? number_of<int>(given.value()) : std::optional(last_number_ + 1);
        if (!number || *number <= last_number_) return broken();
        last_number_ = *number;
        SheetRow row{*number, {}};
        for (const pugi::xml_node cell : node.children())
            if (local_name(cell.name()) == "c") KONBIT_CHECK(read_cell(cell, row.cells));
        while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
        if (row.cells.empty()) return {};
        if (rows_.size() == static_cast<std::size_t>(limits_.rows)) return too_large("rows", limits_.rows);
        rows_.push_back(std::move(row));
        return {};
    }

    Result<void> read_cell(pugi::xml_node node, std::vector<std::string>& cells) {
        const auto given = attribute(node, "r");
        const auto column = given ? column_of(given.value()) : std::optional(static_cast<int>(cells.size()));
        if (!column || *column < static_cast<int>(cells.size())) return broken();
        KONBIT_TRY(std::string text, value_of(node));
        if (text.empty()) return {};  // formatted cells without content reach far to the right
        if (*column >= limits_.columns) return too_large("columns", limits_.columns);
        if (++cells_ > limits_.cells) return refused("workbook_too_large");
        cells.resize(static_cast<std::size_t>(*column));
        cells.push_back(std::move(text));
        return {};
    }

    static std::unexpected<Error> too_large(const std::string& what, int most) {
        return refused("too_many_" + what, {{"max", std::to_string(most)}});
    }

    Result<std::string> value_of(pugi::xml_node cell) const {
        const std::string_view type = attribute(cell, "t").value();
        if (type == "inlineStr") return text_of(child(cell, "is"));
        const std::string_view value = child(cell, "v").child_value();
        if (type == "s") return shared(value);
        if (type == "b") return value.empty() ? "" : std::string(value == "1" ? "true" : "false");
        if (type == "str" || type == "e") return unescaped(value);
        if (type == "d") return iso_date(value);
        return number_text(value, attribute(cell, "s").as_uint());
    }

    Result<std::string> shared(std::string_view value) const {
        if (value.empty()) return "";
        const auto index = number_of<std::size_t>(value);
        if (!index || *index >= parts_.shared_strings.size()) return broken();
        return parts_.shared_strings[*index];
    }

    static std::string iso_date(std::string_view value) {
        const std::string_view midnight = "T00:00:00";
        return std::string(value.substr(0, value.find(midnight)));
    }

    Result<std::string> number_text(std::string_view value, unsigned style) const {
        if (value.empty()) return "";
        const auto number = number_of<double>(value);
        if (!number || !std::isfinite(*number)) return broken();
        const bool shows_date = style < parts_.shows_date.size() && parts_.shows_date[style];
        if (shows_date)
            if (auto date = date_text(*number, parts_.date_system)) return *std::move(date);
        // Spreadsheets keep 15 digits: 0.1 + 0.2 is shown as 0.3.
        return fmt::format("{:.15g}", *number);
    }

    const WorkbookParts& parts_;
    const WorkbookLimits& limits_;
    std::string part_;
    std::vector<SheetRow> rows_;
    int last_number_ = 0;
    std::size_t cells_ = 0;
};

/// The sheet of that name, or the first that a person sees.
const SheetPlace* chosen(const std::vector<SheetPlace>& sheets, std::string_view name) {
    const auto found = std::ranges::find_if(
        sheets, [&](const SheetPlace& each) { return name.empty() ? !each.is_hidden : each.name == name; });
    if (found != sheets.end()) return &*found;
    return name.empty() && !sheets.empty() ? &sheets.front() : nullptr;
}

std::vector<std::string> names_beside(const std::vector<SheetPlace>& sheets, const SheetPlace& taken) {
    std::vector<std::string> names;
    for (const auto& each : sheets)
        if (!each.is_hidden && &each != &taken) names.push_back(each.name);
    return names;
}

constexpr std::string_view zip_start = "PK\x03\x04";
constexpr std::string_view compound_file_start = "\xD0\xCF\x11\xE0";

}  // namespace

bool looks_like_workbook(std::string_view bytes) {
    return bytes.starts_with(zip_start) || bytes.starts_with(compound_file_start);
}

Result<Sheet> read_sheet(std::string_view bytes, std::string_view sheet, const WorkbookLimits& limits) {
    // Both the format before 2007 and a workbook with a password are compound files.
    if (bytes.starts_with(compound_file_start)) return refused("workbook_locked");
    KONBIT_TRY(const Archive archive, Archive::open(bytes, limits.archive));
    KONBIT_TRY(const WorkbookParts parts, read_parts(archive));
    const SheetPlace* place = chosen(parts.sheets, sheet);
    if (place == nullptr) return refused("no_such_sheet");
    KONBIT_TRY(const XmlPart part, read_part(archive, place->part));
    KONBIT_TRY(auto rows, RowsReader(parts, limits, place->part).read(child(part.root(), "sheetData")));
    return Sheet{place->name, names_beside(parts.sheets, *place), std::move(rows)};
}

}  // namespace konbit::sheets
