// SPDX-License-Identifier: Apache-2.0
#include "sheets/serial_date.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace konbit::sheets {

namespace {

using namespace std::chrono;

constexpr double seconds_per_day = 86'400;
constexpr double day_after_9999 = 2'958'466;
constexpr double false_leap_day = 60;

sys_days day_of(double whole, DateSystem system) {
    if (system == DateSystem::from_1904) return sys_days{1904y / January / 1} + days(static_cast<int>(whole));
    const auto zero =
        whole < false_leap_day ? sys_days{1899y / December / 31} : sys_days{1899y / December / 30};
    return zero + days(static_cast<int>(whole));
}

std::string day_text(sys_days day) {
    const year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string time_text(int seconds) {
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/// Where a part of a format that is no code ends: a quoted text, a bracket, an escaped letter.
std::size_t end_of_literal(std::string_view format, std::size_t at) {
    const char opening = format[at];
    if (opening == '\\' || opening == '_' || opening == '*') return at + 1;
    const auto end = format.find(opening == '[' ? ']' : '"', at + 1);
    return end == std::string_view::npos ? format.size() : end;
}

}  // namespace

std::optional<std::string> date_text(double serial, DateSystem system) {
    if (!(serial >= 0) || serial >= day_after_9999) return std::nullopt;
    double whole = std::floor(serial);
    int seconds = static_cast<int>(std::lround((serial - whole) * seconds_per_day));
    if (seconds == static_cast<int>(seconds_per_day)) {
        whole += 1;
        seconds = 0;
    }
    if (whole < 1 && system == DateSystem::from_1900) return time_text(seconds);
    const std::string day = day_text(day_of(whole, system));
    return seconds == 0 ? day : day + " " + time_text(seconds);
}

bool is_date_format(std::string_view format) {
    for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
        if (std::string_view("\"[\\_*").find(format[i]) != std::string_view::npos)
            i = end_of_literal(format, i);
        else if (std::string_view("ymdhsYMDHS").find(format[i]) != std::string_view::npos)
            return true;
    }
    return false;
}

bool is_built_in_date_format(unsigned number) {
    return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
           (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
}

}  // namespace konbit::sheets
