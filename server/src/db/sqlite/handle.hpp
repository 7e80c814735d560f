// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <memory>

namespace konbit::db::sqlite {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using DatabaseHandle = std::unique_ptr<sqlite3, CloseDatabase>;
using StatementHandle = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Throws what the last call on `database` failed with: ConstraintViolation, Unavailable or
/// std::runtime_error.
[[noreturn]] void throw_failure(sqlite3* database);

/// How often throw_failure has run on this thread: tells that a failure was swallowed.
int failures_on_this_thread();

}  // namespace konbit::db::sqlite
