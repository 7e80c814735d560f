// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/quiet_hours.hpp"

namespace konbit::reminders {

namespace {

constexpr int sunday = 0;
constexpr int minutes_a_day = 24 * 60;

/// Easter Sunday by the Gregorian computus.
/// @source Meeus (1991), Astronomical Algorithms, chapter 8, after the anonymous rule of 1876.
Date easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 19 * l) / 433;
    const int n = h + l - 7 * m;
    const int month = (n + 90) / 25;
    return *Date::of(year, month, (n + 33 * month + 19) % 32);
}

bool is_quiet_day(const LocalTime& local) {
    return local.weekday() == sunday || is_common_holiday(local.date);
}

/// Minutes until the next morning that may do: today's when it is still to come.
int to_next_morning(const LocalTime& local) {
    const int morning = first_hour * 60 - local.minute_of_day;
    return morning > 0 ? morning : morning + minutes_a_day;
}

}  // namespace

bool is_common_holiday(Date date) {
    const bool is_fixed = (date.month() == 1 && date.day() == 1) || (date.month() == 12 && date.day() == 25);
    return is_fixed || date.days == easter(date.year()).days - 2;
}

bool may_write_at(const LocalTime& local) {
    return local.minute_of_day >= first_hour * 60 && local.minute_of_day < last_hour * 60 &&
           !is_quiet_day(local);
}

Instant next_to_write(std::string_view zone, Instant from) {
    Instant at = from;
    // A clock that is put forward or back on the way is met again by the next look.
    for (LocalTime local = local_time(zone, at); !may_write_at(local); local = local_time(zone, at))
        at = at + to_next_morning(local) * minute_ms;
    return at;
}

}  // namespace konbit::reminders
