// SPDX-License-Identifier: Apache-2.0
#include "db/copy.hpp"

#include "db/postgres/copy.hpp"
#include "db/sqlite/copy.hpp"

namespace konbit::db {

Engine engine_of(const std::string& where) {
    const bool is_server = where.starts_with("postgres://") || where.starts_with("postgresql://");
    return is_server ? Engine::postgres : Engine::sqlite;
}

Result<std::vector<TableCount>> copy(const std::string& where, const std::filesystem::path& to) {
    return engine_of(where) == Engine::postgres ? postgres::copy(where, to) : sqlite::copy(where, to);
}

Result<void> put_back(const std::filesystem::path& from, const std::string& where) {
    return engine_of(where) == Engine::postgres ? postgres::put_back(from, where)
                                                : sqlite::put_back(from, where);
}

Result<std::vector<TableCount>> counted(const std::string& where) {
    return engine_of(where) == Engine::postgres ? postgres::counted(where) : sqlite::counted(where);
}

}  // namespace konbit::db
