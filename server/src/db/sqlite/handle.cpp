// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/handle.hpp"

#include "db/failure.hpp"

#include <string_view>

namespace konbit::db::sqlite {

namespace {

/// The columns of "UNIQUE constraint failed: actors.cluster_id, actors.name".
std::vector<std::string> columns_in(std::string_view message) {
    std::vector<std::string> columns;
    for (std::size_t at = message.find(": "); at != std::string_view::npos; at = message.find(", ", at)) {
        at += 2;
        std::string_view name = message.substr(at, message.find(", ", at) - at);
        if (const auto dot = name.find('.'); dot != std::string_view::npos) name.remove_prefix(dot + 1);
        columns.emplace_back(name);
    }
    return columns;
}

[[noreturn]] void throw_constraint(int code, const std::string& message) {
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
            throw ConstraintViolation(Constraint::unique, message, columns_in(message));
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            throw ConstraintViolation(Constraint::foreign_key, message);
        case SQLITE_CONSTRAINT_NOTNULL:
            throw ConstraintViolation(Constraint::not_null, message, columns_in(message));
        default:
            throw ConstraintViolation(Constraint::check, message);
    }
}

thread_local int failures = 0;

}  // namespace

int failures_on_this_thread() { return failures; }

void throw_failure(sqlite3* database) {
    ++failures;
    const int code = sqlite3_extended_errcode(database);
    const std::string message = sqlite3_errmsg(database);
    switch (code & 0xFF) {
        case SQLITE_CONSTRAINT:
            throw_constraint(code, message);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw Unavailable("busy", message);
        case SQLITE_FULL:
            throw Unavailable("disk_full", message);
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
            throw Unavailable("io", message);
        default:
            throw std::runtime_error("SQLite: " + message);
    }
}

}  // namespace konbit::db::sqlite
