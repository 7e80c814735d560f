// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "db/database.hpp"

#include <span>
#include <string>
#include <string_view>

namespace konbit::db {

/// One step of the schema, `server/migrations/NNNN_name.sql`.
struct Migration {
    int number;
    std::string_view name;
    std::string_view sql;  ///< With tokens and blocks, see expand().
};

/// The steps that this binary was built with, by number.
std::span<const Migration> embedded_migrations();

/// The SQL of one database: `{uuid} {int64} {real} {bool} {bytes}` become its types; lines from `-- only
/// sqlite` or
/// `-- only postgres` to the next such line or `-- both` are kept for that database alone; in SQLite every
/// table made with a last line of `);` becomes STRICT.
/// @throws std::runtime_error for an unknown token, "{text}".
std::string expand(std::string_view sql, Engine engine);

/// Brings the schema up to date: applies what is missing, each step in a transaction of its own. Several
/// nodes may call it at once; one of them does the work and the others wait.
/// @return How many steps were applied; ErrorCode::conflict "database_newer" when the database has a step
/// that this
///         binary does not know, "migration_changed" when a step that was applied has another text now
///         (params: number, name); ErrorCode::unavailable.
/// @throws std::exception when a step fails; the schema is then that of the step before.
Result<int> migrate(Database& database, Instant now,
                    std::span<const Migration> steps = embedded_migrations());

}  // namespace konbit::db
