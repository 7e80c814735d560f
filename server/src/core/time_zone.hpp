// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.hpp"

#include <string_view>

namespace konbit {

/// What a clock on the wall shows.
struct LocalTime {
    Date date;
    int minute_of_day = 0;  ///< 0 to 1439.

    auto operator<=>(const LocalTime&) const = default;

    /// 0 is Sunday, 6 is Saturday.
    int weekday() const { return (date.days % 7 + 11) % 7; }
};

/// @param zone  IANA name such as "America/Grenada"; an unknown one is taken as UTC.
LocalTime local_time(std::string_view zone, Instant at);

}  // namespace konbit
