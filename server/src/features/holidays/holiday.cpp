// SPDX-License-Identifier: Apache-2.0
#include "features/holidays/holiday.hpp"

#include "features/reference/record_reader.hpp"
#include "features/reference/reference_book.hpp"
#include "features/reference/reference_files.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <tuple>

namespace konbit::holidays {

namespace {

constexpr auto weekdays = std::to_array<std::string_view>({"sun", "mon", "tue", "wed", "thu", "fri", "sat"});

/// "-2", "+60"; empty is 0.
std::optional<int> offset_of(std::string_view text) {
    if (text.empty()) return 0;
    if (text.front() != '+' && text.front() != '-') return std::nullopt;
    if (text.front() == '+') text.remove_prefix(1);
    int days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return days;
}

std::optional<int> number_of(std::string_view two_digits) {
    int number = 0;
    const auto [end, error] =
        std::from_chars(two_digits.data(), two_digits.data() + two_digits.size(), number);
    if (error != std::errc{} || end != two_digits.data() + two_digits.size()) return std::nullopt;
    return number;
}

/// 0 is Sunday; 1970-01-01 was a Thursday.
int weekday_of(Date date) { return (date.days % 7 + 11) % 7; }

/// The first such weekday on or after a day.
Date on_or_after(Date from, int weekday) { return {from.days + (weekday - weekday_of(from) + 7) % 7}; }

std::optional<Date> last_of_month(int year, int month, int weekday) {
    const auto next = month == 12 ? Date::of(year + 1, 1, 1) : Date::of(year, month + 1, 1);
    if (!next) return std::nullopt;
    return on_or_after({next->days - 7}, weekday);
}

/// "mon1", "mon1+1", "fri-1" of a month.
std::optional<Date> weekday_in(std::string_view rule, int year, int month) {
    const auto weekday = std::ranges::find(weekdays, rule.substr(0, 3));
    const auto first = Date::of(year, month, 1);
    if (weekday == weekdays.end() || !first || rule.size() < 4) return std::nullopt;
    const int which = static_cast<int>(weekday - weekdays.begin());
    if (rule.substr(3) == "-1") return last_of_month(year, month, which);
    const auto offset = offset_of(rule.substr(4));
    if (rule[3] < '1' || rule[3] > '4' || !offset) return std::nullopt;
    return Date{on_or_after(*first, which).days + 7 * (rule[3] - '1') + *offset};
}

bool falls_on(const HolidayRule& rule, Date date) { return day_in(rule.day, date.year()) == date; }

std::vector<HolidayRule> read_rules() {
    const auto bytes = find_embedded(reference_files(), "holidays.csv");
    auto read = bytes ? read_records<HolidayRule>(*bytes) : failure(ErrorCode::not_found, "holidays.csv");
    if (!read) throw std::logic_error("data/reference/holidays.csv: " + read.error().reason);
    std::vector<HolidayRule> all;
    for (auto& each : *read) all.push_back(std::move(each.record));
    return all;
}

}  // namespace

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

std::optional<Date> day_in(std::string_view rule, int year) {
    constexpr std::string_view feast = "easter";
    if (rule.starts_with(feast)) {
        const auto offset = offset_of(rule.substr(feast.size()));
        return offset ? std::optional(Date{easter(year).days + *offset}) : std::nullopt;
    }
    if (rule.size() < 5 || rule[2] != '-') return std::nullopt;
    const auto month = number_of(rule.substr(0, 2));
    if (!month) return std::nullopt;
    if (const auto day = number_of(rule.substr(3))) return Date::of(year, *month, *day);
    return weekday_in(rule.substr(3), year, *month);
}

std::span<const HolidayRule> rules() {
    static const std::vector<HolidayRule> all = read_rules();
    return all;
}

bool is_holiday(std::string_view country_code, Date date) {
    return std::ranges::any_of(rules(), [&](const HolidayRule& rule) {
        return rule.country_code == country_code && falls_on(rule, date);
    });
}

std::vector<Holiday> list(std::string_view country_code, int year, std::string_view language) {
    std::vector<Holiday> all;
    for (const auto& rule : rules()) {
        const auto date = rule.country_code == country_code ? day_in(rule.day, year) : std::nullopt;
        if (!date) continue;
        all.push_back(
            {*date, std::string(reference().name("holiday", rule.code, language)), rule.source, rule.as_of});
    }
    std::ranges::sort(all, {}, [](const Holiday& each) { return std::tie(each.date, each.name); });
    return all;
}

}  // namespace konbit::holidays
