// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"

#include <array>
#include <string_view>

namespace konbit {

/// What of a cluster somebody opens.
enum class ReadPage { members, results, report, download };
constexpr auto names(ReadPage) {
    return std::to_array<std::string_view>({"members", "results", "report", "download"});
}

}  // namespace konbit
