// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time_zone.hpp"

#include <string_view>

/// When members are written to: by day, on working days of their own country.
namespace konbit::reminders {

inline constexpr int first_hour = 7;
inline constexpr int last_hour = 20;  ///< Nothing from then on.

/// New Year's Day, Good Friday and Christmas Day: kept in every country of the region. What else a country
/// keeps, its officers enter as a suspension.
bool is_common_holiday(Date date);

/// Whether somebody whose clock shows that may be written to.
bool may_write_at(const LocalTime& local);

/// @return `from` itself, or the next moment in that zone at which somebody may be written to.
Instant next_to_write(std::string_view zone, Instant from);

}  // namespace konbit::reminders
