// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/connection.hpp"

#include <stdexcept>

namespace konbit::db::sqlite {

namespace {

/// Ends the statement however its use ends.
class Use {
  public:
    Use(Statement& statement, std::span<const Argument> arguments) : statement_(statement) {
        statement_.begin(arguments);
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() { statement_.end(); }

  private:
    Statement& statement_;
};

class StatementRows final : public Rows {
  public:
    StatementRows(Statement& statement, std::span<const Argument> arguments)
        : statement_(statement), use_(statement, arguments) {}

    bool next(std::span<Value> row) override {
        if (!statement_.step()) return false;
        for (std::size_t i = 0; i < row.size(); ++i) row[i] = statement_.cell(i);
        return true;
    }

  private:
    Statement& statement_;
    Use use_;
};

DatabaseHandle opened(const std::string& path) {
    sqlite3* database = nullptr;
    constexpr int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int status = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
    DatabaseHandle handle(database);
    // A statement keeps its plan: else SQLite prepares some anew whenever their parameters change.
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    if (status == SQLITE_OK) return handle;
    throw Unavailable("io", path + ": " + sqlite3_errstr(status));
}

// The writer owns checkpoints: two connections that checkpoint at once are what a corruption bug of SQLite
// needed.
constexpr const char* writer_setup =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = "
    "-16000;"
    "PRAGMA temp_store = MEMORY;";
constexpr const char* reader_setup =
    "PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -4000; PRAGMA temp_store = "
    "MEMORY;";

}  // namespace

Connection::Connection(const std::string& path, Role role, const Options& options) : database_(opened(path)) {
    sqlite3_busy_timeout(database_.get(), options.busy_timeout_ms);
    script(role == Role::writer ? writer_setup : reader_setup);
}

std::unique_ptr<Rows> Connection::run(std::string_view sql, std::span<const Argument> arguments,
                                      std::size_t columns) {
    Statement& statement = prepared(sql);
    if (statement.columns() != columns) {
        throw std::logic_error("the statement returns another number of columns than its struct: " +
                               std::string(sql));
    }
    return std::make_unique<StatementRows>(statement, arguments);
}

std::int64_t Connection::execute(std::string_view sql, std::span<const Argument> arguments) {
    Statement& statement = prepared(sql);
    const Use use(statement, arguments);
    while (statement.step()) {
    }
    return sqlite3_changes64(database_.get());
}

void Connection::script(std::string_view sql) {
    if (sqlite3_exec(database_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        throw_failure(database_.get());
    }
}

void Connection::roll_back() noexcept {
    if (is_in_transaction()) sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Statement& Connection::prepared(std::string_view sql) {
    if (Statement* const known = statements_.find(sql)) return *known;
    if (statements_.is_full())
        statements_.clear([](const Statement& statement) { return !statement.is_running(); });
    return statements_.add(sql, Statement(database_.get(), sql));
}

}  // namespace konbit::db::sqlite
