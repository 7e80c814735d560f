// SPDX-License-Identifier: Apache-2.0
#include "features/imports/import_store.hpp"

#include "db/columns.hpp"
#include "features/imports/import_fields.hpp"
#include "features/jobs/queue.hpp"
#include "json/writer.hpp"

namespace konbit::imports {

namespace {

const std::string& row_columns() {
    static const std::string columns = db::columns<ImportRow>("r");
    return columns;
}

std::string select_imports() { return "SELECT " + db::columns<Import>("i") + " FROM imports i"; }

std::string_view condition_of(RowsShown shown) {
    switch (shown) {
        case RowsShown::all:
            return "TRUE";
        case RowsShown::blocked:
            return "r.is_blocked";
        case RowsShown::duplicates:
            return "r.duplicates <> '[]'";
        case RowsShown::remarks:
            return "NOT r.is_blocked AND r.problems <> '[]'";
        case RowsShown::kept:
            return "r.outcome = 'kept'";
    }
    return "TRUE";
}

}  // namespace

void insert(db::Database& database, const Import& import, const std::vector<ImportRow>& rows) {
    constexpr std::size_t at_once = 1000;
    database.write([&](db::Session& session) { db::insert(session, "imports", import); });
    for (std::size_t from = 0; from < rows.size(); from += at_once)
        database.write([&](db::Session& session) {
            for (std::size_t i = from; i < std::min(rows.size(), from + at_once); ++i)
                db::insert(session, "import_rows", rows[i]);
        });
}

Result<Import> find(db::Session& session, const ImportId& id) {
    auto import = session.one<Import>(select_imports() + " WHERE i.id = $1", id);
    if (!import) return failure(ErrorCode::not_found, "import");
    return *std::move(import);
}

Result<ImportView> view(db::Session& session, const ImportOwner& by) {
    KONBIT_TRY(Import import, find(session, by.import()));
    ImportView view;
    for (const auto& field : fields_of(import.kind)) view.names.emplace_back(field.name);
    if (import.job_id)
        if (const auto job = jobs::find(session, *import.job_id)) view.progress = job->progress;
    static_cast<Import&>(view) = std::move(import);
    return view;
}

std::vector<Import> list_own(db::Session& session, const AccountId& account) {
    return session.query<Import>(
        select_imports() + " WHERE i.account_id = $1 ORDER BY i.created_at DESC, i.id DESC LIMIT 50",
        account);
}

std::vector<ImportRow> list_rows(db::Session& session, const ImportId& id, RowsShown shown,
                                 std::int64_t after, std::int64_t limit) {
    return session.query<ImportRow>(
        "SELECT " + row_columns() + " FROM import_rows r WHERE r.import_id = $1 AND " +
            std::string(condition_of(shown)) + " AND r.number > $2 ORDER BY r.number LIMIT $3",
        id, after, limit);
}

std::vector<ImportRow> all_rows(db::Session& session, const ImportId& id) {
    return session.query<ImportRow>(
        "SELECT " + row_columns() + " FROM import_rows r WHERE r.import_id = $1 ORDER BY r.number", id);
}

Result<ImportRow> find_row(db::Session& session, const ImportOwner& by, std::int64_t number) {
    auto row = session.one<ImportRow>(
        "SELECT " + row_columns() + " FROM import_rows r WHERE r.import_id = $1 AND r.number = $2",
        by.import(), number);
    if (!row) return failure(ErrorCode::not_found, "import_row");
    return *std::move(row);
}

Result<Import> update(db::Session& session, Import import, const std::vector<ImportRow>& before,
                      const std::vector<ImportRow>& rows) {
    KONBIT_TRY(Import written, db::update(session, "imports", std::move(import)));
    const Type& type = type_of<ImportRow>();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!equal(type, &before[i], &rows[i])) update_row(session, rows[i]);
    return written;
}

bool move(db::Session& session, const ImportId& id, ImportState from, ImportState to) {
    return session.change("UPDATE imports SET state = $3, version = version + 1 WHERE id = $1 AND state = $2",
                          id, name_of(from), name_of(to)) == 1;
}

bool finish(db::Session& session, const ImportId& id, ImportState from, ImportState to,
            const ImportCounts& counts, std::string_view failure, Instant now) {
    return session.change(
               "UPDATE imports SET state = $3, counts = $4, failure = $5, finished_at = $6, version = "
               "version + 1"
               " WHERE id = $1 AND state = $2",
               id, name_of(from), name_of(to), json::text_of(counts), failure, now) == 1;
}

void update_row(db::Session& session, const ImportRow& row) {
    // A row has no version of its own: it changes with its import, which has.
    static_cast<void>(db::update(session, "import_rows", row));
}

std::vector<ImportColumn> remembered(db::Session& session, const AccountId& account, ImportKind kind,
                                     std::string_view signature) {
    const auto mapping = session.one<ImportMapping>(
        "SELECT " + db::columns<ImportMapping>("m") +
            " FROM import_mappings m WHERE m.account_id = $1 AND m.kind = $2 AND m.signature = $3",
        account, name_of(kind), signature);
    return mapping ? mapping->columns : std::vector<ImportColumn>();
}

void remember(db::Session& session, const Import& import, Instant now) {
    session.change("DELETE FROM import_mappings WHERE account_id = $1 AND kind = $2 AND signature = $3",
                   import.account_id, name_of(import.kind), import.signature);
    std::vector<ImportColumn> columns = import.columns;
    for (auto& column : columns) column.samples.clear();
    db::insert(session, "import_mappings",
               ImportMapping{new_id<Id<struct ImportMappingTag>>(), import.account_id, import.kind,
                             import.signature, std::move(columns), now});
}

std::int64_t remove_old(db::Session& session, Instant before) {
    return session.change("DELETE FROM imports WHERE created_at < $1 AND state NOT IN ('running', 'undoing')",
                          before);
}

}  // namespace konbit::imports
