// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// How spreadsheets keep dates: as numbers of days, told apart from other numbers by their format only.
namespace konbit::sheets {

/// Day 1 is 1 January 1900, and 1900 counts as a leap year (a defect kept since Lotus 1-2-3); or day 0 is
/// 1 January 1904 (workbooks begun on a Macintosh).
enum class DateSystem { from_1900, from_1904 };

/// "2025-09-15", with " 13:30:00" behind it when there is a time, or the time alone below day 1.
/// @return Nothing for a number that is no day between 1900 and 9999.
std::optional<std::string> date_text(double serial, DateSystem system);

/// Whether a number format shows a day or a time: "yyyy-mm-dd" does, `0.00 "days"` and "[Red]0" do not.
bool is_date_format(std::string_view format);

/// The same for the number of a format that needs no definition (ECMA-376 part 1, 18.8.30).
bool is_built_in_date_format(unsigned number);

}  // namespace konbit::sheets
