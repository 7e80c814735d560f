// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/result.hpp"
#include "db/engine.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// Copies of a database for backups: a SQLite file, or a dump of PostgreSQL's own tool (pg_dump, custom
/// format), which must be installed beside Konbit.
namespace konbit::db {

/// How many rows a table holds.
struct TableCount {
    std::string table;
    std::int64_t rows = 0;

    bool operator==(const TableCount&) const = default;
    static constexpr auto fields() {
        return std::tuple{field("table", &TableCount::table), field("rows", &TableCount::rows)};
    }
};

/// @param where  As of Database::open().
Engine engine_of(const std::string& where);

/// Copies all that was committed before the call, while others read and write.
/// @param to  Must not exist. Safe on disk when this returns, but for the folder's entry.
/// @return The rows of the copy by table; ErrorCode::unavailable, with words for an operator, when the tool
/// is missing or failed.
/// @throws std::runtime_error or Unavailable  When the database or the disk fails.
Result<std::vector<TableCount>> copy(const std::string& where, const std::filesystem::path& to);

/// Puts a copy back.
/// @param where  A file that does not exist, or a PostgreSQL database without tables.
/// @return ErrorCode::conflict "not_empty"; ErrorCode::unavailable as copy().
Result<void> put_back(const std::filesystem::path& from, const std::string& where);

/// The rows by table, in the order of their names, after the database has checked itself.
/// @return ErrorCode::unavailable, with words for an operator, when it finds damage.
Result<std::vector<TableCount>> counted(const std::string& where);

}  // namespace konbit::db
