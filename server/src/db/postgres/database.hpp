// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/database.hpp"
#include "db/pool.hpp"
#include "db/postgres/connection.hpp"

#include <string>

namespace konbit::db::postgres {

/// A server, or several of which one accepts writes ("postgres://a,b/konbit"). Transactions are serializable,
/// so a closure that reads, checks and writes is as safe as under SQLite's single writer; those that collide
/// run again.
class Database final : public db::Database {
  public:
    Database(const std::string& url, const Options& options);
    ~Database() override { Database::close(); }

    Engine engine() const override { return Engine::postgres; }
    void close() override { connections_.close(); }

  protected:
    void run_read(detail::Task& task) override;
    void run_write(detail::Task& task) override;

  private:
    void run(detail::Task& task, const char* begin);

    Pool<Connection> connections_;
};

}  // namespace konbit::db::postgres
