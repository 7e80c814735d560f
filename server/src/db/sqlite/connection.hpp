// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/database.hpp"
#include "db/session.hpp"
#include "db/sqlite/statement.hpp"
#include "db/statement_cache.hpp"

#include <string>

namespace konbit::db::sqlite {

enum class Role { reader, writer };

/// One connection to the file, for one thread at a time.
class Connection final : public Session {
  public:
    Connection(const std::string& path, Role role, const Options& options);

    Engine engine() const override { return Engine::sqlite; }
    std::unique_ptr<Rows> run(std::string_view sql, std::span<const Argument> arguments,
                              std::size_t columns) override;
    std::int64_t execute(std::string_view sql, std::span<const Argument> arguments) override;
    void script(std::string_view sql) override;

    /// False when SQLite took a transaction back by itself, as it does when the disk is full.
    bool is_in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }
    /// Takes the transaction back, if there is one.
    void roll_back() noexcept;

  private:
    Statement& prepared(std::string_view sql);

    DatabaseHandle database_;
    StatementCache<Statement> statements_;  // after the database: statements go first
};

}  // namespace konbit::db::sqlite
