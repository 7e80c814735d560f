// SPDX-License-Identifier: Apache-2.0
#include "features/imports/import_tables.hpp"

#include "core/csv.hpp"
#include "db/columns.hpp"
#include "features/imports/import_fields.hpp"
#include "sheets/workbook.hpp"

#include <algorithm>

namespace konbit::imports {

namespace {

std::vector<std::string> header_of(ImportKind kind) {
    std::vector<std::string> header;
    for (const auto& field : fields_of(kind)) header.emplace_back(field.name);
    return header;
}

std::vector<std::string> cells_of(ImportKind kind, const RowRecords& records) {
    std::vector<std::string> cells;
    for (const auto& field : fields_of(kind)) cells.push_back(text_of(records, field));
    return cells;
}

std::string problems_of(const ImportRow& row, const Catalog& texts, std::string_view language) {
    std::string all;
    for (const auto& problem : row.problems) {
        if (!all.empty()) all += "; ";
        all += problem.target + ": " +
               texts.text(language, "error." + problem.code, {problem.params.begin(), problem.params.end()});
    }
    return all;
}

std::string fate_of(const ImportRow& row, const Catalog& texts, std::string_view language) {
    const std::string key = row.outcome ? "import.outcome." + std::string(name_of(*row.outcome))
                                        : "import.action." + std::string(name_of(row.action));
    return texts.text(language, key);
}

}  // namespace

ExportTable report_of(const Import& import, const std::vector<ImportRow>& rows, const Catalog& texts,
                      std::string_view language) {
    ExportTable table{"Report", {}, {}};
    for (const auto* key :
         {"import.report.row", "import.report.fate", "import.report.record", "import.report.problems"})
        table.header.push_back(texts.text(language, key));
    for (const auto& column : import.columns) table.header.push_back(column.header);
    for (const auto& row : rows) {
        auto& cells = table.rows.emplace_back();
        cells = {std::to_string(row.number), fate_of(row, texts, language),
                 row.organization_id ? row.organization_id->str() : "", problems_of(row, texts, language)};
        std::ranges::transform(row.cells, std::back_inserter(cells), unneutralized);
    }
    return table;
}

ExportTable organizations_table(db::Session& session, const DirectoryEditor& by) {
    ExportTable table{"Organizations", header_of(ImportKind::organizations), {}};
    for (auto& organization : session.query<OrganizationDetails>(
             "SELECT " + db::columns<OrganizationDetails>("o") + " FROM organizations o WHERE " +
             organizations_visible_to(by.viewer(), "o") + " ORDER BY o.sort_key, o.id"))
        if (by.may_edit(organization.country_code))
            table.rows.push_back(cells_of(ImportKind::organizations, {std::move(organization), {}}));
    return table;
}

ExportTable roster_table(db::Session& session, const Facilitator& by) {
    ExportTable table{"Members", header_of(ImportKind::roster), {}};
    const auto members = session.query<Membership>("SELECT " + db::columns<Membership>("m") +
                                                       " FROM memberships m WHERE m.cluster_id = $1"
                                                       " ORDER BY m.sort_key, m.id",
                                                   by.cluster());
    std::map<OrganizationId, OrganizationDetails> organizations;
    for (auto& each :
         session.query<OrganizationDetails>("SELECT " + db::columns<OrganizationDetails>("o") +
                                                " FROM organizations o JOIN memberships m"
                                                " ON m.organization_id = o.id WHERE m.cluster_id = $1",
                                            by.cluster())) {
        const OrganizationId id = each.id;
        organizations.emplace(id, std::move(each));
    }
    for (const auto& member : members)
        table.rows.push_back(
            cells_of(ImportKind::roster, {organizations.at(member.organization_id), member}));
    return table;
}

std::string as_csv(const ExportTable& table) {
    std::string csv = "\xEF\xBB\xBF";
    CsvWriter writer(csv);
    const auto write = [&](const std::vector<std::string>& cells) {
        for (const auto& cell : cells) writer.cell(cell);
        writer.end_row();
    };
    write(table.header);
    for (const auto& row : table.rows) write(row);
    return csv;
}

Result<std::string> as_workbook(const ExportTable& table) {
    return sheets::write_sheet(table.name, table.header, table.rows);
}

}  // namespace konbit::imports
