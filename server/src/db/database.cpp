// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"

#include "db/postgres/database.hpp"
#include "db/sqlite/database.hpp"

namespace konbit::db {

std::unique_ptr<Database> Database::open(const std::string& where, Options options) {
    const bool is_server = where.starts_with("postgres://") || where.starts_with("postgresql://");
    if (is_server) return std::make_unique<postgres::Database>(where, options);
    return std::make_unique<sqlite::Database>(where, options);
}

}  // namespace konbit::db
