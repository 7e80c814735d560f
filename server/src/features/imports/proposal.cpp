// SPDX-License-Identifier: Apache-2.0
#include "features/imports/proposal.hpp"

#include "core/crypto.hpp"
#include "core/text.hpp"
#include "features/imports/cell_dates.hpp"
#include "features/imports/import_fields.hpp"
#include "features/memberships/membership_rules.hpp"

#include <algorithm>
#include <array>

namespace konbit::imports {

namespace {

constexpr std::size_t looked_at = 200, shown = 3;
constexpr double most_of_them = 0.8;

std::vector<std::string> column_of(const std::vector<CsvRow>& rows, std::size_t index, std::size_t most) {
    std::vector<std::string> cells;
    for (const auto& row : rows) {
        if (cells.size() == most) break;
        if (std::string cell = text::trim(row.cells[index]); !cell.empty()) cells.push_back(std::move(cell));
    }
    return cells;
}

bool is_url(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.");
}

bool is_year(std::string_view text) {
    return text.size() == 4 && text >= "1500" && text <= "2100" &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_date(std::string_view text) {
    return date_of(text, DateOrder::day_first, 2100) || date_of(text, DateOrder::month_first, 2100);
}

bool has_letters(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

/// Whether a cell of words means something in the field; numbers mean something in too many.
bool means(std::string_view field, std::string_view cell) {
    return has_letters(cell) && find_field(ImportKind::roster, field)->understand(cell, {}).has_value();
}

/// What a field's cells look like.
struct Sign {
    std::string_view field;
    bool (*looks)(std::string_view cell);
};

// The most telling first.
constexpr auto signs = std::to_array<Sign>({
    {"email", is_email},
    {"website", is_url},
    {"founded_year", is_year},
    {"joined_on", is_date},
    {"phone", is_phone},
    {"country", [](std::string_view cell) { return means("country", cell); }},
    {"kind", [](std::string_view cell) { return means("kind", cell); }},
    {"size", [](std::string_view cell) { return means("size", cell); }},
    {"language", [](std::string_view cell) { return means("language", cell); }},
});

bool is_taken(const std::vector<ImportColumn>& columns, std::string_view field) {
    return std::ranges::any_of(columns, [&](const ImportColumn& each) { return each.target == field; });
}

void take_for(ImportColumn& column, std::string_view field, Basis basis) {
    column.target = std::string(field);
    column.basis = basis;
}

void propose_by_header(std::vector<ImportColumn>& columns, ImportKind kind) {
    for (auto& column : columns)
        if (const auto* field = field_of_header(kind, column.header);
            field && !is_taken(columns, field->name))
            take_for(column, field->name, Basis::header);
}

void propose_by_contents(std::vector<ImportColumn>& columns, std::size_t index, ImportKind kind,
                         const std::vector<std::string>& cells) {
    for (const auto& [field, looks] : signs) {
        if (find_field(kind, field) == nullptr || is_taken(columns, field)) continue;
        const auto alike = std::ranges::count_if(cells, looks);
        if (static_cast<double>(alike) < most_of_them * static_cast<double>(cells.size())) continue;
        return take_for(columns[index], field, Basis::contents);
    }
}

/// Whether hardly a cell repeats another one.
bool are_distinct(std::vector<std::string> cells) {
    constexpr std::size_t one_in = 5;
    const std::size_t all = cells.size();
    std::ranges::sort(cells);
    return std::ranges::unique(cells).size() * one_in <= all;
}

/// Without a column for the name, the leftmost one of different words may be it.
void propose_name(std::vector<ImportColumn>& columns, const std::vector<std::vector<std::string>>& cells) {
    if (is_taken(columns, "name")) return;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool is_free = !columns[i].target && !cells[i].empty();
        if (is_free && std::ranges::all_of(cells[i], has_letters) && are_distinct(cells[i]))
            return take_for(columns[i], "name", Basis::contents);
    }
}

}  // namespace

std::vector<ImportColumn> propose(ImportKind kind, const SourceTable& table) {
    std::vector<ImportColumn> columns;
    std::vector<std::vector<std::string>> cells;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        cells.push_back(column_of(table.rows, i, looked_at));
        columns.push_back({.header = table.header[i]});
        columns[i].samples = column_of(table.rows, i, shown);
    }
    propose_by_header(columns, kind);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!columns[i].target && !cells[i].empty()) propose_by_contents(columns, i, kind, cells[i]);
    propose_name(columns, cells);
    settle_dates(columns, kind, table.rows);
    return columns;
}

void remember(std::vector<ImportColumn>& columns, const std::vector<ImportColumn>& earlier, ImportKind kind) {
    for (std::size_t i = 0; i < std::min(columns.size(), earlier.size()); ++i) {
        const auto& target = earlier[i].target;
        columns[i].target = target && find_field(kind, *target) != nullptr ? target : std::nullopt;
        columns[i].basis = columns[i].target ? std::optional(Basis::remembered) : std::nullopt;
        columns[i].date_order = earlier[i].date_order;
    }
}

void settle_dates(std::vector<ImportColumn>& columns, ImportKind kind, const std::vector<CsvRow>& rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ImportColumn& column = columns[i];
        const ImportField* field = column.target ? find_field(kind, *column.target) : nullptr;
        column.asks_date_order = false;
        if (field == nullptr || !field->is_date) continue;
        const DateSigns found = date_signs(column_of(rows, i, rows.size()));
        if (found.has_day_first != found.has_month_first)
            column.date_order = found.has_day_first ? DateOrder::day_first : DateOrder::month_first;
        else
            column.asks_date_order = found.has_either || found.has_day_first;
    }
}

std::string signature_of(const std::vector<std::string>& header) {
    std::string names;
    for (const auto& name : header) names += text::fold(name) + '\n';
    return crypto::sha256_hex(names);
}

}  // namespace konbit::imports
