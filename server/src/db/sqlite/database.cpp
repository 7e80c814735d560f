// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/database.hpp"

#include "db/inside.hpp"

namespace konbit::db::sqlite {

namespace {

/// A read transaction: every statement in it sees the same state.
class Snapshot {
  public:
    explicit Snapshot(Connection& connection) : connection_(connection) { connection_.change("BEGIN"); }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot() { connection_.roll_back(); }

  private:
    Connection& connection_;
};

}  // namespace

Database::Database(const std::string& path, const Options& options)
    : writer_(path, options, this), readers_(options.connections, [path, options] {
          return std::make_unique<Connection>(path, Role::reader, options);
      }) {}

void Database::run_read(detail::Task& task) {
    const Inside inside(this);
    const auto reader = readers_.take();
    const Snapshot snapshot(*reader);
    task.run(*reader);
}

void Database::run_write(detail::Task& task) {
    const Inside inside(this);
    writer_.run(task);
}

void Database::close() {
    readers_.close();
    writer_.close();
}

}  // namespace konbit::db::sqlite
