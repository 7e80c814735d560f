// SPDX-License-Identifier: Apache-2.0
#include "core/time.hpp"

#include <fmt/format.h>

#include <chrono>

namespace konbit {

namespace {

using std::chrono::year_month_day;

/// Reads from the front of a text; each step fails for good once one has failed.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    int digits(std::size_t count) {
        if (rest_.size() < count) return fail();
        int value = 0;
        for (const char c : rest_.substr(0, count)) {
            if (c < '0' || c > '9') return fail();
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(count);
        return value;
    }
    bool skip(char wanted) {
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void expect(char wanted) {
        if (!skip(wanted)) fail();
    }
    bool at_digit() const { return !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; }
    bool done() const { return ok_ && rest_.empty(); }
    bool ok() const { return ok_; }
    int fail() {
        ok_ = false;
        return 0;
    }

  private:
    std::string_view rest_;
    bool ok_ = true;
};

/// The separator and the number with at least `width` digits. Lists hold hundreds of times: this is several
/// times faster than a format string.
void append_number(std::string& out, char separator, std::int64_t number, std::size_t width) {
    const fmt::format_int digits(number);
    out += separator;
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out.append(digits.data(), digits.size());
}

std::optional<Date> read_date(Cursor& cursor) {
    const int year = cursor.digits(4);
    cursor.expect('-');
    const int month = cursor.digits(2);
    cursor.expect('-');
    const int day = cursor.digits(2);
    return cursor.ok() ? Date::of(year, month, day) : std::nullopt;
}

/// Digits after a decimal point; those beyond milliseconds are cut off.
int read_fraction_ms(Cursor& cursor) {
    if (!cursor.skip('.')) return 0;
    if (!cursor.at_digit()) return cursor.fail();
    int ms = 0;
    for (int scale = 100; cursor.at_digit(); scale /= 10) ms += cursor.digits(1) * scale;
    return ms;
}

std::int64_t read_time_ms(Cursor& cursor) {
    const int hour = cursor.digits(2);
    cursor.expect(':');
    const int minute = cursor.digits(2);
    int second = 0;
    int fraction_ms = 0;
    if (cursor.skip(':')) {
        second = cursor.digits(2);
        fraction_ms = read_fraction_ms(cursor);
    }
    if (hour > 23 || minute > 59 || second > 59) cursor.fail();
    return hour * hour_ms + minute * minute_ms + second * second_ms + fraction_ms;
}

std::int64_t read_offset_ms(Cursor& cursor) {
    if (cursor.skip('Z')) return 0;
    const bool west = cursor.skip('-');
    if (!west) cursor.expect('+');
    const int hours = cursor.digits(2);
    cursor.expect(':');
    const int minutes = cursor.digits(2);
    if (hours > 23 || minutes > 59) cursor.fail();
    const std::int64_t offset = hours * hour_ms + minutes * minute_ms;
    return west ? -offset : offset;
}

year_month_day calendar(Date date) {
    return year_month_day(std::chrono::sys_days(std::chrono::days(date.days)));
}

}  // namespace

std::optional<Instant> Instant::parse(std::string_view text) {
    Cursor cursor(text);
    const auto date = read_date(cursor);
    if (!date) return std::nullopt;
    cursor.expect('T');
    const std::int64_t time = read_time_ms(cursor);
    const std::int64_t offset = read_offset_ms(cursor);
    if (!cursor.done()) return std::nullopt;
    return start_of(*date) + time - offset;
}

std::string Instant::str() const {
    const Date date = utc_date(*this);
    const std::int64_t time = *this - start_of(date);
    std::string text = date.str();
    append_number(text, 'T', time / hour_ms, 2);
    append_number(text, ':', time / minute_ms % 60, 2);
    append_number(text, ':', time / second_ms % 60, 2);
    append_number(text, '.', time % second_ms, 3);
    return text += 'Z';
}

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day)));
    if (!date.ok()) return std::nullopt;
    return Date{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

std::optional<Date> Date::parse(std::string_view text) {
    Cursor cursor(text);
    const auto date = read_date(cursor);
    return cursor.done() ? date : std::nullopt;
}

std::string Date::str() const {
    const auto date = calendar(*this);
    std::string text;
    append_number(text, '-', int(date.year()), 4);
    append_number(text, '-', unsigned(date.month()), 2);
    append_number(text, '-', unsigned(date.day()), 2);
    return text.substr(1);
}

int Date::year() const { return int(calendar(*this).year()); }
int Date::month() const { return static_cast<int>(unsigned(calendar(*this).month())); }
int Date::day() const { return static_cast<int>(unsigned(calendar(*this).day())); }

Date utc_date(Instant at) {
    const auto days = std::chrono::floor<std::chrono::days>(std::chrono::milliseconds(at.ms));
    return {static_cast<std::int32_t>(days.count())};
}

Instant SystemClock::now() const {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count()};
}

}  // namespace konbit
