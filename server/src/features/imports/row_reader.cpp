// SPDX-License-Identifier: Apache-2.0
#include "features/imports/row_reader.hpp"

#include "core/csv.hpp"
#include "core/text.hpp"
#include "features/imports/cell_dates.hpp"
#include "features/imports/cell_words.hpp"
#include "features/memberships/membership_rules.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/reference/reference_book.hpp"

#include <algorithm>
#include <array>

namespace konbit::imports {

namespace {

constexpr auto error_cells = std::to_array<std::string_view>(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#ERROR!"});

/// The name of the field whose member a rule found broken: "/name", "/description/fr", "/services/2/name".
std::string field_of_pointer(ImportKind kind, std::string_view pointer, bool is_of_membership) {
    pointer.remove_prefix(pointer.starts_with('/') ? 1 : 0);
    const auto slash = pointer.find('/');
    const std::string_view member = pointer.substr(0, slash);
    for (const auto& field : fields_of(kind)) {
        const bool is_meant =
            field.language.empty() || pointer.substr(member.size()) == "/" + std::string(field.language);
        if (field.member == member && is_meant && field.is_of_membership == is_of_membership)
            return std::string(field.name);
    }
    return std::string(pointer);
}

bool can_be_read_either_way(const std::string& cell) { return date_signs(std::span(&cell, 1)).has_either; }

}  // namespace

void note(ImportRow& row, std::string_view target, std::string_view code, bool blocks,
          std::map<std::string, std::string> params) {
    row.problems.push_back({std::string(target), std::string(code), std::move(params), blocks});
}

RowReader::RowReader(const Import& import, int current_year) : import_(import), current_year_(current_year) {
    for (std::size_t i = 0; i < import.columns.size(); ++i) {
        const auto& target = import.columns[i].target;
        const ImportField* field = target ? find_field(import.kind, *target) : nullptr;
        if (field != nullptr) columns_.push_back({i, field, &import.columns[i]});
    }
    const auto country =
        std::ranges::find(columns_, "country", [](const Column& each) { return each.field->name; });
    if (country != columns_.end()) std::rotate(columns_.begin(), country, country + 1);
}

RowRecords RowReader::read(ImportRow& row) const {
    row.understood.clear();
    row.problems.clear();
    RowRecords records;
    Customs customs{import_.default_country, DateOrder::day_first, current_year_};
    for (const auto& column : columns_) take(row, records, column, customs);
    fill_in(row, records);
    check(row, records);
    row.organization = records.organization.name;
    return records;
}

RowRecords RowReader::records_of(const ImportRow& row) const {
    RowRecords records;
    for (const auto& [name, text] : row.understood) set(records, *find_field(import_.kind, name), text);
    fill_in(row, records);
    ImportRow noted = row;
    check(noted, records);
    return records;
}

void RowReader::take(ImportRow& row, RowRecords& records, const Column& column, Customs& customs) const {
    const auto& [place, field, shown] = column;
    const auto corrected = row.corrections.find(std::string(field->name));
    const bool is_corrected = corrected != row.corrections.end();
    const std::string written = text::trim(is_corrected               ? corrected->second
                                           : place < row.cells.size() ? row.cells[place]
                                                                      : "");
    if (written.empty()) return;
    // A formula is never taken over: the spreadsheet that opens an export of it would run it.
    if (is_formula(written)) return note(row, field->name, "formula_removed", field->name == "name");
    if (std::ranges::find(error_cells, written) != error_cells.end())
        return note(row, field->name, "error_cell", field->name == "name");
    if (shown->asks_date_order && !shown->date_order && !is_corrected && can_be_read_either_way(written))
        return note(row, field->name, "which_date_order", true, {{"text", written}});

    customs.date_order = shown->date_order.value_or(DateOrder::day_first);
    const auto understood = field->understand(unneutralized(written), customs);
    if (!understood || !set(records, *field, *understood))
        return note(row, field->name, field->problem, true, {{"text", written}});
    row.understood[std::string(field->name)] = *understood;
    if (field->name == "country") customs.country_code = *understood;
}

/// What a table may leave unsaid.
void RowReader::fill_in(const ImportRow& row, RowRecords& records) const {
    auto& [organization, membership] = records;
    if (organization.country_code.empty()) organization.country_code = import_.default_country;
    membership.country_code = organization.country_code;
    if (membership.label.empty()) membership.label = label_of(organization.name);
    const Country* country = reference().country(import_.default_country);
    if (!row.understood.contains("language") && country != nullptr)
        membership.language = country->languages.front();
}

void RowReader::check(ImportRow& row, RowRecords& records) const {
    const auto note_all = [&](const Error& error, bool is_of_membership) {
        for (const auto& each : error.fields) {
            const std::string target = field_of_pointer(import_.kind, each.pointer, is_of_membership);
            // A cell that was not understood is empty for the rules; one reason is enough.
            if (std::ranges::find(row.problems, target, &RowProblem::target) == row.problems.end())
                note(row, target, each.code, true, {each.params.begin(), each.params.end()});
        }
    };
    if (auto organization = checked(records.organization, current_year_))
        records.organization = *std::move(organization);
    else
        note_all(organization.error(), false);
    if (import_.kind != ImportKind::roster || records.organization.name.empty()) return;
    if (auto membership = checked(records.membership))
        records.membership = *std::move(membership);
    else
        note_all(membership.error(), true);
    if (!records.membership.contact_email && !records.membership.contact_phone)
        note(row, "email", "no_contact", false);
}

}  // namespace konbit::imports
