// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time_zone.hpp"

#include <string_view>

/// When members are written to: by day, on working days of their own country.
namespace konbit::reminders {

inline constexpr int first_hour = 7;
inline constexpr int last_hour = 20;  ///< Nothing from then on.

/// New Year's Day, Good Friday and Christmas Day: kept in every country of the region.
bool is_common_holiday(Date date);

/// Where somebody is who is written to.
struct Place {
    std::string_view country_code;  ///< ISO 3166-1 alpha-2; empty or unknown keeps the common holidays only.
    std::string_view time_zone;     ///< IANA.
};

/// Whether somebody in that country whose clock shows that may be written to: by day, not on Sundays, and on
/// no public holiday (features/holidays). What a country keeps beyond those, its officers enter as a
/// suspension.
bool may_write_at(std::string_view country_code, const LocalTime& local);

/// @return `from` itself, or the next moment there at which somebody may be written to.
Instant next_to_write(const Place& place, Instant from);

}  // namespace konbit::reminders
