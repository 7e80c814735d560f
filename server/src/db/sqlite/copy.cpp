// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/copy.hpp"

#include "db/failure.hpp"
#include "db/sqlite/handle.hpp"

namespace konbit::db::sqlite {

namespace {

constexpr int patience_ms = 30'000;

DatabaseHandle opened(const std::string& path, int flags) {
    sqlite3* database = nullptr;
    const int status = sqlite3_open_v2(path.c_str(), &database, flags | SQLITE_OPEN_EXRESCODE, nullptr);
    DatabaseHandle handle(database);
    if (status != SQLITE_OK) throw Unavailable("io", path + ": " + sqlite3_errstr(status));
    sqlite3_busy_timeout(database, patience_ms);
    return handle;
}

void script(sqlite3* database, const char* sql) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) throw_failure(database);
}

int collect(void* texts, int, char** values, char**) {
    static_cast<std::vector<std::string>*>(texts)->emplace_back(values[0]);
    return 0;
}

/// The texts of a query's one column.
std::vector<std::string> texts(sqlite3* database, const std::string& sql) {
    std::vector<std::string> all;
    if (sqlite3_exec(database, sql.c_str(), collect, &all, nullptr) != SQLITE_OK) throw_failure(database);
    return all;
}

std::int64_t rows_of(sqlite3* database, const std::string& table) {
    return std::stoll(texts(database, "SELECT count(*) FROM \"" + table + "\"").front());
}

/// Every page in one step: one read transaction, so that nothing that is written meanwhile is in it.
void copy_pages(sqlite3* from, sqlite3* to) {
    sqlite3_backup* const backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr) throw_failure(to);
    const int status = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (status == SQLITE_DONE) return;
    if (status == SQLITE_FULL) throw Unavailable("disk_full", sqlite3_errstr(status));
    throw Unavailable("io", sqlite3_errstr(status));
}

}  // namespace

Result<std::vector<TableCount>> copy(const std::string& where, const std::filesystem::path& to) {
    const auto from = opened(where, SQLITE_OPEN_READWRITE);
    // Of a connection that only reads: the writer's owns every checkpoint.
    script(from.get(), "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0");
    {
        const auto target = opened(to.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        copy_pages(from.get(), target.get());
        // One file, without a log beside it.
        script(target.get(), "PRAGMA journal_mode = DELETE");
    }
    return counted(to.string());
}

Result<void> put_back(const std::filesystem::path& from, const std::string& where) {
    if (std::filesystem::exists(where)) return failure(ErrorCode::conflict, "not_empty");
    const auto source = opened(from.string(), SQLITE_OPEN_READONLY);
    const auto target = opened(where, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    copy_pages(source.get(), target.get());
    return {};
}

Result<std::vector<TableCount>> counted(const std::string& where) {
    const auto database = opened(where, SQLITE_OPEN_READWRITE);
    const auto findings = texts(database.get(), "PRAGMA integrity_check(1)");
    if (findings != std::vector<std::string>{"ok"})
        return failure(ErrorCode::unavailable, where + " is damaged: " + findings.front());
    std::vector<TableCount> counts;
    // Tables behind the search index are its own affair.
    for (auto& table : texts(database.get(),
                             "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                             " AND name NOT LIKE 'sqlite%' ORDER BY name"))
        counts.push_back({table, rows_of(database.get(), table)});
    return counts;
}

}  // namespace konbit::db::sqlite
