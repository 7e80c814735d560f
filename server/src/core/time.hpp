// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace konbit {

/// A moment, UTC: milliseconds since 1970-01-01. A number in the database, ISO 8601 in JSON.
struct Instant {
    std::int64_t ms = 0;

    auto operator<=>(const Instant&) const = default;

    /// @return The moment of "2026-11-21T21:48:42.5Z" or "…+02:00", or nothing; a zone must be given.
    static std::optional<Instant> parse(std::string_view text);
    /// "2026-11-21T21:48:42.500Z", always with milliseconds.
    std::string str() const;
};

constexpr std::int64_t second_ms = 1000;
constexpr std::int64_t minute_ms = 60 * second_ms;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;

constexpr Instant operator+(Instant at, std::int64_t ms) { return {at.ms + ms}; }
constexpr Instant operator-(Instant at, std::int64_t ms) { return {at.ms - ms}; }
constexpr std::int64_t operator-(Instant later, Instant earlier) { return later.ms - earlier.ms; }

/// A Gregorian calendar day of years 1 to 9999, without a zone: `YYYY-MM-DD` everywhere.
struct Date {
    std::int32_t days = 0;  ///< Since 1970-01-01.

    auto operator<=>(const Date&) const = default;

    /// @return Nothing when there is no such day.
    static std::optional<Date> of(int year, int month, int day);
    static std::optional<Date> parse(std::string_view text);
    std::string str() const;
    int year() const;
    int month() const;  ///< 1-12.
    int day() const;    ///< 1-31.
};

/// The day of a moment in UTC; for a country's day add its zone's offset first.
Date utc_date(Instant at);
/// Midnight UTC at which the day begins.
constexpr Instant start_of(Date date) { return {date.days * day_ms}; }

/// Tells the time; passed in, so that tests can set it.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    Instant now() const override;
};

/// Stands still until it is told otherwise. Safe to read and set from several threads.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(Instant start) : ms_(start.ms) {}
    Instant now() const override { return {ms_.load()}; }
    void set(Instant now) { ms_ = now.ms; }
    void advance(std::int64_t ms) { ms_ += ms; }

  private:
    std::atomic<std::int64_t> ms_;
};

}  // namespace konbit
