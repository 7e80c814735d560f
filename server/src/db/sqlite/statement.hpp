// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/sqlite/handle.hpp"
#include "db/value.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace konbit::db::sqlite {

/// A prepared statement whose `$n` are bound by their number; SQLite itself counts them by first appearance.
class Statement {
  public:
    Statement(sqlite3* database, std::string_view sql);

    /// Binds and marks the statement as running; end() it before the next begin().
    /// @throws std::logic_error when it runs already or the number of arguments is another.
    void begin(std::span<const Argument> arguments);
    /// @return Whether there is another row.
    bool step();
    void end() noexcept;

    bool is_running() const { return is_running_; }
    std::size_t columns() const { return static_cast<std::size_t>(sqlite3_column_count(handle_.get())); }
    Value cell(std::size_t column) const;

  private:
    void bind(int place, const Value& value);

    sqlite3* database_;
    StatementHandle handle_;
    std::vector<std::size_t> numbers_;  ///< Of each place: the n of its `$n`.
    std::size_t greatest_ = 0;
    bool is_running_ = false;
};

}  // namespace konbit::db::sqlite
