// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace konbit::db {

/// The two databases that one SQL text runs on.
enum class Engine { sqlite, postgres };
constexpr auto names(Engine) { return std::to_array<std::string_view>({"sqlite", "postgres"}); }

}  // namespace konbit::db
