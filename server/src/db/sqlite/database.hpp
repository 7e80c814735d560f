// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/database.hpp"
#include "db/pool.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/writer.hpp"

#include <string>

namespace konbit::db::sqlite {

/// A file with one writing thread and several readers, each of which sees the last committed state.
class Database final : public db::Database {
  public:
    Database(const std::string& path, const Options& options);
    ~Database() override { Database::close(); }

    Engine engine() const override { return Engine::sqlite; }
    void close() override;

  protected:
    void run_read(detail::Task& task) override;
    void run_write(detail::Task& task) override;

  private:
    Writer writer_;  // first: it makes the file and its journal, which readers only open
    Pool<Connection> readers_;
};

}  // namespace konbit::db::sqlite
