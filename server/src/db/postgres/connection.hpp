// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/database.hpp"
#include "db/postgres/handle.hpp"
#include "db/session.hpp"
#include "db/statement_cache.hpp"

#include <string>

namespace konbit::db::postgres {

/// One connection to the server, for one thread at a time.
class Connection final : public Session {
  public:
    /// @throws Unavailable "connection" when no writable server answers.
    Connection(const std::string& url, const Options& options);

    Engine engine() const override { return Engine::postgres; }
    std::unique_ptr<Rows> run(std::string_view sql, std::span<const Argument> arguments,
                              std::size_t columns) override;
    std::int64_t execute(std::string_view sql, std::span<const Argument> arguments) override;
    void script(std::string_view sql) override;

    /// @throws std::logic_error when the server only rolled back, because a statement had failed and its
    /// exception was
    ///         swallowed: what the closure reported as done would be lost.
    void commit();

    /// @throws std::runtime_error unless the database keeps UTF8 text and orders it by its bytes.
    void check_setup();

  private:
    /// Its name, and how many columns it returns.
    struct Prepared {
        std::string name;
        std::size_t columns;
    };

    const Prepared& prepared(std::string_view sql);
    ResultHandle execute_prepared(const Prepared& statement, std::span<const Argument> arguments);

    ConnectionHandle connection_;
    StatementCache<Prepared> statements_;
    std::size_t next_name_ = 1;
};

}  // namespace konbit::db::postgres
