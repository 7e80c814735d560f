// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/value.hpp"

#include <span>
#include <string>
#include <vector>

namespace konbit::db::postgres {

/// Arguments as libpq takes them: texts that end with a zero byte, null pointers for NULL.
class Parameters {
  public:
    /// @throws std::invalid_argument for a text with a zero byte inside, which the server could not keep.
    explicit Parameters(std::span<const Argument> arguments);

    int count() const { return static_cast<int>(pointers_.size()); }
    const char* const* data() const { return pointers_.data(); }

  private:
    std::vector<std::string> texts_;
    std::vector<const char*> pointers_;
};

}  // namespace konbit::db::postgres
