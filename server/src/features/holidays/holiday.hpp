// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/time.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The public holidays of the countries of the region, as far as a rule says when they fall. Days that follow
/// the moon (Eid, Phagwah, Diwali) or that a government proclaims are not among them: officers suspend those.
namespace konbit::holidays {

/// One line of data/reference/holidays.csv.
struct HolidayRule {
    std::string country_code;  ///< ISO 3166-1 alpha-2.
    std::string code;          ///< Of the reference list "holiday".
    std::string day;           ///< As day_in() reads it.
    std::string source;
    Date as_of{};

    static constexpr auto fields() {
        return std::tuple{
            field("country_code", &HolidayRule::country_code),
            field("code", &HolidayRule::code),
            field("day", &HolidayRule::day),
            field("source", &HolidayRule::source),
            field("as_of", &HolidayRule::as_of),
        };
    }
};

/// A holiday of one year, with what says so.
struct Holiday {
    Date date{};
    std::string name;  ///< In the reader's language.
    std::string source;
    Date as_of{};

    static constexpr auto fields() {
        return std::tuple{
            field("date", &Holiday::date, Access::read_only),
            field("name", &Holiday::name, Access::read_only),
            field("source", &Holiday::source, Access::read_only),
            field("as_of", &Holiday::as_of, Access::read_only),
        };
    }
};

/// Easter Sunday by the Gregorian computus.
/// @source Meeus (1991), Astronomical Algorithms, chapter 8, after the anonymous rule of 1876.
Date easter(int year);

/// When a rule falls in a year: "12-25", "easter-2" (days from Easter Sunday), "08-mon1" (first Monday of
/// August), "08-mon1+1" (the day after it), "05-fri-1" (last Friday of May).
/// @return Nothing for what is no such rule, and in years that lack the day.
std::optional<Date> day_in(std::string_view rule, int year);

/// The rules of this release, read at the first call.
/// @throws std::logic_error when the file breaks its own rules: the build is wrong.
std::span<const HolidayRule> rules();

/// Whether the country keeps that day; false for a country of which nothing is known.
bool is_holiday(std::string_view country_code, Date date);

/// The holidays of a country in one year, by day.
/// @param language  In which they are named.
std::vector<Holiday> list(std::string_view country_code, int year, std::string_view language);

}  // namespace konbit::holidays
