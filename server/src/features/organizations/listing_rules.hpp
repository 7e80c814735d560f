// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/localized.hpp"
#include "core/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit {

/// Rules that organizations and clusters share, because both are records of the directory. Each notes what it
/// finds broken under the pointer of its field.

/// Trimmed, not empty and at most longest_name code points.
void check_name(Findings& findings, std::string_view name);

/// Empty (made from the name later) or lower-case letters, digits and single hyphens, at most 80.
void check_slug(Findings& findings, std::string_view slug);

/// @param longest  In code points; an absent text is right.
void check_length(Findings& findings, std::string_view pointer, const std::optional<std::string>& text,
                  int longest);

/// Absolute http or https address with a host and without blanks.
void check_url(Findings& findings, std::string_view pointer, const std::optional<std::string>& url);

/// Both or none, within the ranges of the globe.
void check_point(Findings& findings, std::optional<double> latitude, std::optional<double> longitude);

/// Not before the year 1000 and not after the present one.
void check_founded_year(Findings& findings, std::optional<int> year, int current_year);

/// Known languages, each text at most longest_description code points.
void check_description(Findings& findings, const Localized& description);

/// Trims; an empty text becomes nothing, so that "unknown" is stored in one way only.
void tidy(std::optional<std::string>& text);
void tidy(Localized& texts);

}  // namespace konbit
