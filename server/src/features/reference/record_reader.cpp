// SPDX-License-Identifier: Apache-2.0
#include "features/reference/record_reader.hpp"

#include "core/localized.hpp"
#include "core/scalar.hpp"

#include <algorithm>

namespace konbit::detail {

namespace {

std::string_view fill_list(const Type& type, void* list, std::string_view cell) {
    while (!cell.empty()) {
        const auto end = std::min(cell.find(' '), cell.size());
        if (end > 0)
            if (const auto code = from_text(type.element(), type.container.append(list), cell.substr(0, end));
                !code.empty())
                return code;
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return {};
}

std::string_view fill_field(const FieldInfo& field, void* record, std::string_view cell) {
    const Type& type = field.type();
    if (type.kind == Kind::list) return fill_list(type, field.in(record), cell);
    const bool keeps_default = cell.empty() && type.kind != Kind::optional && type.kind != Kind::text;
    return keeps_default ? std::string_view{} : from_text(type, field.in(record), cell);
}

/// "description_fr" -> the text of language fr in the field "description", when there is such a field.
bool fill_translation(const Type& type, void* record, std::string_view column, std::string_view cell) {
    const auto at = column.rfind('_');
    if (at == std::string_view::npos) return false;
    const FieldInfo* field = type.find(column.substr(0, at));
    if (field == nullptr || field->type().kind != Kind::localized) return false;
    auto& texts = static_cast<Localized*>(field->in(record))->texts;
    if (!cell.empty()) texts[std::string(column.substr(at + 1))] = cell;
    return true;
}

}  // namespace

Result<OtherColumns> fill_record(const CsvTable& table, const CsvRow& row, const Type& type, void* record,
                                 std::span<const std::string_view> apart) {
    OtherColumns others;
    Findings findings;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const auto& column = table.header[i];
        const bool is_apart = std::ranges::find(apart, column) != apart.end();
        const FieldInfo* field = is_apart ? nullptr : type.find(column);
        if (field != nullptr) {
            const auto code = fill_field(*field, record, row.cells[i]);
            findings.require(code.empty(), "row:" + std::to_string(row.number) + "/" + column, code);
        } else if (is_apart || !fill_translation(type, record, column, row.cells[i])) {
            others[column] = row.cells[i];
        }
    }
    return std::move(findings).or_value(std::move(others));
}

}  // namespace konbit::detail
