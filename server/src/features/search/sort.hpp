// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace konbit {

/// The order of a list of the directory.
enum class Sort {
    name,    ///< As a dictionary of any language sorts.
    newest,  ///< Changed last, first.
};
constexpr auto names(Sort) { return std::to_array<std::string_view>({"name", "-updated_at"}); }

}  // namespace konbit
