// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.hpp"
#include "features/imports/import.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace konbit::imports {

/// 2025-09-15, 15/09/2025, 15.9.25, 15 Sep 2025, "15 de septiembre de 2025", "September 15, 2025"; a time
/// behind it is dropped.
/// @param order  How 3/4/2025 is meant.
/// @param current_year  Years of two digits are of the hundred years that end with the next one.
std::optional<Date> date_of(std::string_view text, DateOrder order, int current_year);

/// What the cells of a column say about their order.
struct DateSigns {
    bool has_day_first = false;    ///< 25/4/2025
    bool has_month_first = false;  ///< 4/25/2025
    bool has_either = false;       ///< 3/4/2025
};
DateSigns date_signs(std::span<const std::string> cells);

}  // namespace konbit::imports
