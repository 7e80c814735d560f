// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/postgres/handle.hpp"
#include "db/session.hpp"

#include <deque>
#include <string>

namespace konbit::db::postgres {

/// A result that the server has sent whole.
class ResultRows final : public Rows {
  public:
    explicit ResultRows(ResultHandle result) : result_(std::move(result)) {}
    bool next(std::span<Value> row) override;

  private:
    Value cell(int column);

    ResultHandle result_;
    int row_ = -1;
    std::deque<std::string> decoded_;  ///< Bytes of the current row.
};

}  // namespace konbit::db::postgres
