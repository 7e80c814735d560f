// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/quiet_hours.hpp"

#include "features/holidays/holiday.hpp"

namespace konbit::reminders {

namespace {

constexpr int sunday = 0;
constexpr int minutes_a_day = 24 * 60;

bool is_quiet_day(std::string_view country_code, const LocalTime& local) {
    return local.weekday() == sunday || is_common_holiday(local.date) ||
           holidays::is_holiday(country_code, local.date);
}

/// Minutes until the next morning that may do: today's when it is still to come.
int to_next_morning(const LocalTime& local) {
    const int morning = first_hour * 60 - local.minute_of_day;
    return morning > 0 ? morning : morning + minutes_a_day;
}

}  // namespace

bool is_common_holiday(Date date) {
    const bool is_fixed = (date.month() == 1 && date.day() == 1) || (date.month() == 12 && date.day() == 25);
    return is_fixed || date.days == holidays::easter(date.year()).days - 2;
}

bool may_write_at(std::string_view country_code, const LocalTime& local) {
    return local.minute_of_day >= first_hour * 60 && local.minute_of_day < last_hour * 60 &&
           !is_quiet_day(country_code, local);
}

Instant next_to_write(const Place& place, Instant from) {
    Instant at = from;
    // A clock that is put forward or back on the way is met again by the next look.
    for (LocalTime local = local_time(place.time_zone, at); !may_write_at(place.country_code, local);
         local = local_time(place.time_zone, at))
        at = at + to_next_morning(local) * minute_ms;
    return at;
}

}  // namespace konbit::reminders
