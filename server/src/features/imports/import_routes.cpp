// SPDX-License-Identifier: Apache-2.0
#include "features/imports/import_routes.hpp"

#include "db/database.hpp"
#include "features/imports/import_steps.hpp"
#include "features/imports/import_tables.hpp"
#include "features/permission/policies.hpp"

#include <array>

namespace konbit {

namespace {

using namespace imports;
using http::Created;
using http::Query;

/// A table of 10,000 rows of twenty columns has two to five megabytes as text.
using TableBody = http::Body<12 * 1024 * 1024>;

struct ArrivalQuery {
    std::string file_name;
    std::string sheet;

    static constexpr auto fields() {
        return std::tuple{
            field("file_name", &ArrivalQuery::file_name).defaulted(),
            field("sheet", &ArrivalQuery::sheet).defaulted(),
        };
    }
};

struct RowsQuery {
    RowsShown show = RowsShown::all;
    std::int64_t after = 0;  ///< Number of the last row seen.
    std::int64_t limit = 100;

    static constexpr auto fields() {
        return std::tuple{
            field("show", &RowsQuery::show).defaulted(),
            field("after", &RowsQuery::after).defaulted(),
            field("limit", &RowsQuery::limit).defaulted(),
        };
    }
};

struct ImportRows {
    std::vector<ImportRow> items;
    std::optional<std::int64_t> next;  ///< To be given as `after`; empty on the last page.

    static constexpr auto fields() {
        return std::tuple{field("items", &ImportRows::items), field("next", &ImportRows::next)};
    }
};

struct ImportList {
    std::vector<Import> items;

    static constexpr auto fields() { return std::tuple{field("items", &ImportList::items)}; }
};

Result<Created<Import>> arrive(App& app, const Importer& by, const ArrivalQuery& query,
                               std::string_view bytes) {
    const AccountId account = *by.viewer().account();
    KONBIT_TRY(Import made, begin(app, by, account, {bytes, query.file_name, query.sheet}));
    std::string place = "/api/imports/" + made.id.str();
    return Created<Import>{std::move(made), std::move(place)};
}

Result<Created<Import>> add(App& app, const DirectoryEditor& by, Query<ArrivalQuery> query, TableBody body) {
    return arrive(app, {by, std::nullopt}, query, body.bytes);
}

Result<Created<Import>> add_roster(App& app, ClusterId, const Facilitator& by, Query<ArrivalQuery> query,
                                   TableBody body) {
    return arrive(app, {std::nullopt, by}, query, body.bytes);
}

Result<ImportList> list(App& app, const SignedIn& by) {
    return app.database.read(
        [&](db::Session& session) { return ImportList{list_own(session, by.account())}; });
}

Result<ImportView> show(App& app, ImportId, const ImportOwner& by) {
    return app.database.read([&](db::Session& session) { return view(session, by); });
}

Result<Import> patch_import(App& app, ImportId, const ImportOwner& by, Patch<Import> patch) {
    return change(app, by, patch);
}

Result<ImportRows> rows(App& app, ImportId id, const ImportOwner&, Query<RowsQuery> query) {
    constexpr std::int64_t most = 500;
    const std::int64_t limit = std::clamp<std::int64_t>(query.limit, 1, most);
    ImportRows page;
    page.items = app.database.read(
        [&](db::Session& session) { return list_rows(session, id, query.show, query.after, limit + 1); });
    if (static_cast<std::int64_t>(page.items.size()) > limit) {
        page.items.pop_back();
        page.next = page.items.back().number;
    }
    return page;
}

Result<ImportRow> put_row(App& app, ImportId, std::int64_t number, const ImportOwner& by,
                          Create<RowEdit> edit) {
    return edit_row(app, by, number, edit);
}

Result<Import> start_import(App& app, ImportId, const ImportOwner& by) { return start(app, by); }
Result<Import> cancel_import(App& app, ImportId, const ImportOwner& by) { return cancel(app, by); }
Result<Import> undo_import(App& app, ImportId, const ImportOwner& by) { return undo(app, by); }

constexpr std::string_view csv_type = "text/csv; charset=utf-8";
constexpr std::string_view workbook_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

http::Response csv_file(const ExportTable& table, const std::string& name) {
    return http::download(as_csv(table), csv_type, name + ".csv");
}

Result<http::Response> workbook_file(const ExportTable& table, const std::string& name) {
    KONBIT_TRY(std::string bytes, as_workbook(table));
    return http::download(std::move(bytes), workbook_type, name + ".xlsx");
}

Result<ExportTable> report(App& app, const ImportOwner& by, std::string_view language) {
    return app.database.read([&](db::Session& session) -> Result<ExportTable> {
        KONBIT_TRY(const Import import, find(session, by.import()));
        return report_of(import, all_rows(session, by.import()), app.texts, language);
    });
}

Result<http::Response> report_csv(App& app, ImportId, const ImportOwner& by, const http::Request& request) {
    KONBIT_TRY(const ExportTable table, report(app, by, request.language));
    return csv_file(table, "import report");
}

Result<http::Response> report_xlsx(App& app, ImportId, const ImportOwner& by, const http::Request& request) {
    KONBIT_TRY(const ExportTable table, report(app, by, request.language));
    return workbook_file(table, "import report");
}

ExportTable organizations_of(App& app, const DirectoryEditor& by) {
    return app.database.read([&](db::Session& session) { return organizations_table(session, by); });
}

Result<http::Response> organizations_csv(App& app, const DirectoryEditor& by) {
    return csv_file(organizations_of(app, by), "organizations");
}

Result<http::Response> organizations_xlsx(App& app, const DirectoryEditor& by) {
    return workbook_file(organizations_of(app, by), "organizations");
}

ExportTable roster_of(App& app, const Facilitator& by) {
    return app.database.read([&](db::Session& session) { return roster_table(session, by); });
}

Result<http::Response> roster_csv(App& app, ClusterId, const Facilitator& by) {
    return csv_file(roster_of(app, by), "members");
}

Result<http::Response> roster_xlsx(App& app, ClusterId, const Facilitator& by) {
    return workbook_file(roster_of(app, by), "members");
}

}  // namespace

std::span<const http::Route<App>> import_routes() {
    using enum http::Method;
    using http::route;
    static const std::array all{
        route(post, "/api/imports", "Reads a table of organizations; writes none of them yet",
              may_add_to_directory, add),
        route(post, "/api/clusters/{cluster_id}/imports",
              "Reads a member list; writes nothing to the roster yet", may_facilitate, add_roster),
        route(get, "/api/imports", "The last fifty tables that the account brought", signed_in, list),
        route(get, "/api/imports/{id}",
              "An import, how far it is, and the fields that columns can be taken for", own_import, show),
        route(patch, "/api/imports/{id}", "Changes what columns are taken for; every row is checked anew",
              own_import, patch_import),
        route(get, "/api/imports/{id}/rows", "The rows, and what would be done with each", own_import, rows),
        route(put, "/api/imports/{id}/rows/{number}",
              "Corrects cells of a row, or decides what becomes of it", own_import, put_row),
        route(post, "/api/imports/{id}/start", "Writes the import as a job: all rows or none", own_import,
              start_import),
        route(post, "/api/imports/{id}/cancel",
              "Stops an import that is not written yet: nothing of it remains", own_import, cancel_import),
        route(post, "/api/imports/{id}/undo", "Takes an import back, but for rows that were edited since",
              own_import, undo_import),
        route(get, "/api/imports/{id}/report.csv", "Every row and what became of it, as CSV", own_import,
              report_csv),
        route(get, "/api/imports/{id}/report.xlsx", "Every row and what became of it, as a workbook",
              own_import, report_xlsx),
        route(get, "/api/exports/organizations.csv", "The organizations in reach, as import reads them (CSV)",
              may_add_to_directory, organizations_csv),
        route(get, "/api/exports/organizations.xlsx",
              "The organizations in reach, as import reads them (workbook)", may_add_to_directory,
              organizations_xlsx),
        route(get, "/api/clusters/{cluster_id}/roster.csv",
              "The roster with contacts, as import reads it (CSV)", may_facilitate, roster_csv),
        route(get, "/api/clusters/{cluster_id}/roster.xlsx",
              "The roster with contacts, as import reads it (workbook)", may_facilitate, roster_xlsx),
    };
    return all;
}

}  // namespace konbit
