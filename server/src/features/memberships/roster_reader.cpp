// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/roster_reader.hpp"

#include "core/csv.hpp"
#include "core/text.hpp"
#include "features/memberships/membership_rules.hpp"
#include "features/memberships/roster_values.hpp"
#include "features/organizations/organization_rules.hpp"

#include <algorithm>
#include <charconv>

namespace konbit {

namespace {

/// Fills one draft from the cells of its row, field by field, and notes what it does not understand.
class RowReader {
  public:
    RowReader(const CountryNames& countries, const RosterDefaults& defaults)
        : countries_(countries), defaults_(defaults) {}

    RosterDraft read(const CsvRow& row, const std::vector<RosterColumn>& columns) {
        draft_ = {};
        draft_.shown.row = row.number;
        for (std::size_t i = 0; i < columns.size() && i < row.cells.size(); ++i)
            if (columns[i].field) take(*columns[i].field, row.cells[i]);
        fill_organization();
        fill_membership();
        return std::move(draft_);
    }

  private:
    void note(RosterField field, std::string_view code, bool blocks = true) {
        draft_.shown.problems.push_back({std::string(name_of(field)), std::string(code), {}, blocks});
    }

    /// A formula is never taken over: the spreadsheet that opens an export of it would run it.
    void take(RosterField field, std::string_view cell) {
        std::string value = text::trim(cell);
        if (roster::is_formula(value)) {
            note(field, "formula_removed", field == RosterField::name);
            value.clear();
        }
        if (!value.empty()) draft_.shown.values.try_emplace(std::string(name_of(field)), std::move(value));
    }

    std::optional<std::string> value(RosterField field) const {
        const auto found = draft_.shown.values.find(std::string(name_of(field)));
        return found == draft_.shown.values.end() ? std::nullopt : std::optional(found->second);
    }

    /// What `understand` makes of the cell; a problem when there is a text and it makes nothing of it.
    template <class Understand>
    auto understood(RosterField field, Understand understand, std::string_view code = "not_understood") {
        const auto text = value(field);
        auto result = text ? understand(*text) : decltype(understand(*text))();
        if (text && !result) note(field, code);
        return result;
    }

    void fill_organization() {
        auto& organization = draft_.organization;
        organization.name = value(RosterField::name).value_or("");
        draft_.shown.organization = organization.name;
        organization.kind = understood(RosterField::kind, roster::kind_of).value_or(OrganizationKind::firm);
        const auto find_country = [&](std::string_view text) { return countries_.find(text); };
        organization.country_code = understood(RosterField::country, find_country, "unknown_country")
                                        .value_or(defaults_.country_code);
        organization.locality = value(RosterField::locality);
        organization.website = value(RosterField::website);
        organization.size_band = understood(RosterField::size, roster::size_of);
        organization.founded_year = understood(RosterField::founded_year, year_of, "not_a_whole_number");
        organization.visibility = Visibility::cluster;
        organization.publication = Publication::published;
        check_organization();
    }

    void check_organization() {
        auto result = checked(draft_.organization, defaults_.current_year);
        if (result) {
            draft_.organization = *std::move(result);
            return;
        }
        for (const auto& error : result.error().fields)
            draft_.shown.problems.push_back(
                {error.pointer.substr(1), error.code, {error.params.begin(), error.params.end()}});
    }

    void fill_membership() {
        auto& membership = draft_.membership;
        membership.label = value(RosterField::label).value_or(label_of(draft_.organization.name));
        membership.subsector = value(RosterField::subsector);
        membership.subgroup = value(RosterField::subgroup);
        membership.country_code = draft_.organization.country_code;
        membership.contact_name = value(RosterField::contact_name);
        membership.contact_email = value(RosterField::email);
        membership.contact_phone = value(RosterField::phone);
        membership.language =
            understood(RosterField::language, roster::language_of).value_or(defaults_.language);
        membership.participates_in_programme =
            understood(RosterField::participates_in_programme, roster::truth_of);
        membership.joined_on = understood(RosterField::joined_on, roster::date_of, "not_a_date");
        if (!membership.contact_email && !membership.contact_phone)
            note(RosterField::email, "no_contact", false);
        check_membership();
    }

    void check_membership() {
        auto result = checked(draft_.membership);
        if (result) {
            draft_.membership = *std::move(result);
            return;
        }
        for (const auto& error : result.error().fields) {
            const bool follows_name = error.pointer == "/label" && draft_.organization.name.empty();
            if (follows_name) continue;
            draft_.shown.problems.push_back(
                {field_of_pointer(error.pointer), error.code, {error.params.begin(), error.params.end()}});
        }
    }

    /// The columns are called email and phone, the members contact_email and contact_phone.
    static std::string field_of_pointer(std::string_view pointer) {
        pointer.remove_prefix(1);
        if (pointer == "contact_email") return "email";
        if (pointer == "contact_phone") return "phone";
        return std::string(pointer);
    }

    static std::optional<int> year_of(std::string_view text) {
        int year = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
        const bool is_whole = error == std::errc() && end == text.data() + text.size();
        return is_whole ? std::optional(year) : std::nullopt;
    }

    const CountryNames& countries_;
    const RosterDefaults& defaults_;
    RosterDraft draft_;
};

bool has_column(const std::vector<RosterColumn>& columns, RosterField field) {
    return std::ranges::any_of(columns,
                               [field](const RosterColumn& column) { return column.field == field; });
}

/// The first column of a field counts; a second one of the same is not taken over.
std::vector<RosterColumn> columns_of(const std::vector<std::string>& header) {
    std::vector<RosterColumn> columns;
    for (const auto& name : header) {
        auto field = field_of_header(name);
        if (field && has_column(columns, *field)) field.reset();
        columns.push_back({name, field});
    }
    return columns;
}

std::vector<RosterField> missing_among(const std::vector<RosterColumn>& columns) {
    using enum RosterField;
    std::vector<RosterField> missing;
    for (const auto field : {name, kind, country})
        if (!has_column(columns, field)) missing.push_back(field);
    if (!has_column(columns, email) && !has_column(columns, phone)) missing.push_back(email);
    return missing;
}

Result<void> check_size(const CsvTable& table, const std::vector<RosterColumn>& columns) {
    Findings findings;
    findings.require(has_column(columns, RosterField::name), "row:1/name", "missing_column");
    findings.require(table.rows.size() <= most_roster_rows, "row:1", "too_many_rows",
                     {{"max", std::to_string(most_roster_rows)}});
    if (findings.empty()) return {};
    return failure(ErrorCode::invalid, "invalid", findings.errors());
}

}  // namespace

bool RosterRow::is_blocked() const { return std::ranges::any_of(problems, &RosterProblem::blocks); }

Result<RosterSheet> read_roster(std::string_view bytes, const CountryNames& countries,
                                const RosterDefaults& defaults) {
    KONBIT_TRY(const CsvTable table, read_csv(bytes));
    RosterSheet sheet;
    sheet.shown.encoding = name_of(table.encoding);
    sheet.shown.delimiter = std::string(1, table.delimiter);
    sheet.shown.columns = columns_of(table.header);
    sheet.shown.missing_columns = missing_among(sheet.shown.columns);
    KONBIT_CHECK(check_size(table, sheet.shown.columns));
    RowReader reader(countries, defaults);
    for (const auto& row : table.rows) sheet.drafts.push_back(reader.read(row, sheet.shown.columns));
    return sheet;
}

}  // namespace konbit
