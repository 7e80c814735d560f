// SPDX-License-Identifier: Apache-2.0
#include "features/imports/import_steps.hpp"

#include "features/clusters/cluster_store.hpp"
#include "features/imports/import_fields.hpp"
#include "features/imports/proposal.hpp"
#include "features/jobs/queue.hpp"
#include "features/permission/policies.hpp"
#include "json/writer.hpp"

#include <set>

namespace konbit::imports {

namespace {

/// The country of rows that name none: the seat of the cluster, or the only country of the editor.
Result<std::string> default_country(db::Session& session, const Importer& by) {
    if (by.facilitator) {
        KONBIT_TRY(const ClusterProfile cluster,
                   clusters::find(session, by.viewer(), by.facilitator->cluster()));
        return cluster.country_code;
    }
    const auto countries = by.viewer().scope_ids(Scope::country);
    return countries.size() == 1 ? countries.front() : std::string();
}

Import described(const Importer& by, const AccountId& account, const Arrival& arrival,
                 const SourceTable& table) {
    Import import;
    import.id = new_id<ImportId>();
    import.kind = by.facilitator ? ImportKind::roster : ImportKind::organizations;
    if (by.facilitator) import.cluster_id = by.facilitator->cluster();
    import.account_id = account;
    import.file_name = arrival.file_name;
    import.format = table.format;
    import.encoding = table.encoding;
    import.delimiter = table.delimiter;
    import.sheet = table.sheet;
    import.other_sheets = table.other_sheets;
    import.columns = propose(import.kind, table);
    import.signature = signature_of(table.header);
    return import;
}

std::vector<ImportRow> rows_of(const Import& import, SourceTable table) {
    std::vector<ImportRow> rows;
    rows.reserve(table.rows.size());
    for (auto& source : table.rows) {
        ImportRow& row = rows.emplace_back();
        row.id = new_id<ImportRowId>();
        row.import_id = import.id;
        row.number = source.number;
        row.cells = std::move(source.cells);
    }
    return rows;
}

std::vector<CsvRow> cells_of(const std::vector<ImportRow>& rows) {
    std::vector<CsvRow> cells;
    for (const auto& row : rows) cells.push_back({static_cast<int>(row.number), row.cells});
    return cells;
}

Result<void> check_columns(const Import& import, std::size_t width) {
    Findings findings;
    findings.require(import.columns.size() == width, "/columns", "not_allowed");
    std::set<std::string> taken;
    for (std::size_t i = 0; i < import.columns.size(); ++i) {
        const auto& target = import.columns[i].target;
        if (!target) continue;
        const std::string pointer = "/columns/" + std::to_string(i) + "/target";
        findings.require(find_field(import.kind, *target) != nullptr, pointer, "not_allowed");
        findings.require(taken.insert(*target).second, pointer, "taken");
    }
    if (findings.empty()) return {};
    return failure(ErrorCode::invalid, "invalid", findings.errors());
}

/// What stays as the file has it, whatever a request says of its columns.
void keep_facts(Import& wanted, const Import& stored) {
    for (std::size_t i = 0; i < wanted.columns.size(); ++i) {
        ImportColumn& column = wanted.columns[i];
        const ImportColumn& before = stored.columns[i];
        column.header = before.header;
        column.samples = before.samples;
        column.basis = before.basis;
        if (column.target != before.target)
            column.basis = column.target ? std::optional(Basis::chosen) : std::nullopt;
    }
}

/// A draft with its rows, and what is needed to decide about them anew.
struct Desk {
    Import import;
    std::vector<ImportRow> rows;
    Importer importer;
};

Result<Desk> open_desk(App& app, const ImportOwner& by) {
    KONBIT_TRY(Import import,
               app.database.read([&](db::Session& session) { return find(session, by.import()); }));
    if (import.state != ImportState::draft) return failure(ErrorCode::conflict, "import_started");
    KONBIT_TRY(Importer importer, importer_of(app, by.viewer(), import));
    auto rows = app.database.read([&](db::Session& session) { return all_rows(session, by.import()); });
    return Desk{std::move(import), std::move(rows), std::move(importer)};
}

/// Decides anew about every row and keeps what changed.
Result<Import> settle(App& app, Desk desk, const std::vector<ImportRow>& before) {
    check(app, desk.importer, desk.import, desk.rows);
    return app.database.write(
        [&](db::Session& session) { return update(session, desk.import, before, desk.rows); });
}

Result<Import> hand_over(App& app, const ImportOwner& by, ImportState from, ImportState to,
                         std::string_view job, std::string_view refusal) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<Import> {
        if (!move(session, by.import(), from, to)) return failure(ErrorCode::conflict, std::string(refusal));
        const auto queued = jobs::enqueue(
            session, {.kind = std::string(job), .payload = json::text_of(ImportOrder{by.import()})}, now);
        session.change("UPDATE imports SET job_id = $2 WHERE id = $1", by.import(), *queued);
        return find(session, by.import());
    });
}

}  // namespace

Result<Importer> importer_of(App& app, const Viewer& viewer, const Import& import) {
    if (import.cluster_id) {
        KONBIT_TRY(Facilitator facilitator, Policies::facilitate(app, viewer, *import.cluster_id));
        return Importer{std::nullopt, std::move(facilitator)};
    }
    KONBIT_TRY(DirectoryEditor editor, Policies::add_to_directory(viewer));
    return Importer{std::move(editor), std::nullopt};
}

Result<Import> begin(App& app, const Importer& by, const AccountId& account, const Arrival& arrival) {
    KONBIT_TRY(SourceTable table, read_table(arrival.bytes, arrival.sheet));
    Import import = described(by, account, arrival, table);
    import.created_at = app.clock.now();
    KONBIT_TRY(import.default_country,
               app.database.read([&](db::Session& session) { return default_country(session, by); }));
    const auto earlier = app.database.read(
        [&](db::Session& session) { return remembered(session, account, import.kind, import.signature); });
    if (!earlier.empty()) remember(import.columns, earlier, import.kind);
    settle_dates(import.columns, import.kind, table.rows);
    std::vector<ImportRow> rows = rows_of(import, std::move(table));
    check(app, by, import, rows);
    insert(app.database, import, rows);
    return import;
}

Result<Import> change(App& app, const ImportOwner& by, const json::Patch<Import>& patch) {
    KONBIT_TRY(Desk desk, open_desk(app, by));
    KONBIT_TRY(Import wanted, patch.onto(desk.import));
    KONBIT_CHECK(check_columns(wanted, desk.import.columns.size()));
    keep_facts(wanted, desk.import);
    desk.import = std::move(wanted);
    settle_dates(desk.import.columns, desk.import.kind, cells_of(desk.rows));
    const auto before = desk.rows;
    return settle(app, std::move(desk), before);
}

Result<ImportRow> edit_row(App& app, const ImportOwner& by, std::int64_t number, const RowEdit& edit) {
    KONBIT_TRY(Desk desk, open_desk(app, by));
    const auto row = std::ranges::find(desk.rows, number, &ImportRow::number);
    if (row == desk.rows.end()) return failure(ErrorCode::not_found, "import_row");
    const auto before = desk.rows;
    row->corrections = edit.corrections;
    row->choice = edit.choice;
    row->asks_again = edit.asks_again;
    KONBIT_CHECK(settle(app, std::move(desk), before));
    return app.database.read([&](db::Session& session) { return find_row(session, by, number); });
}

Result<Import> start(App& app, const ImportOwner& by) {
    KONBIT_TRY(const Import import,
               app.database.read([&](db::Session& session) { return find(session, by.import()); }));
    KONBIT_CHECK(importer_of(app, by.viewer(), import));
    if (import.state == ImportState::draft) {
        if (import.counts.blocked > 0) return failure(ErrorCode::conflict, "rows_blocked");
        if (import.counts.skip == import.counts.rows)
            return failure(ErrorCode::conflict, "nothing_to_import");
    }
    const Instant now = app.clock.now();
    app.database.write([&](db::Session& session) { remember(session, import, now); });
    return hand_over(app, by, ImportState::draft, ImportState::running, run_job, "import_started");
}

Result<Import> cancel(App& app, const ImportOwner& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<Import> {
        KONBIT_TRY(const Import import, find(session, by.import()));
        // The job's own transaction ends with the same question: either this comes first, and nothing is
        // written, or it comes too late.
        if (!finish(session, by.import(), ImportState::running, ImportState::cancelled, import.counts, "",
                    now))
            return failure(ErrorCode::conflict, "import_not_running");
        if (import.job_id) jobs::request_cancel(session, *import.job_id);
        return find(session, by.import());
    });
}

Result<Import> undo(App& app, const ImportOwner& by) {
    return hand_over(app, by, ImportState::done, ImportState::undoing, undo_job, "import_not_done");
}

}  // namespace konbit::imports
