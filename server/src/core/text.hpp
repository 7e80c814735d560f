// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text is UTF-8. What is matched or ordered in a database is made here, so that both databases agree.
namespace konbit::text {

/// Whether the bytes are UTF-8 without surrogates, overlong forms or code points past U+10FFFF.
bool is_utf8(std::string_view text);

/// Code points, as a person counts letters with their accents composed. Invalid bytes count one each.
std::size_t length(std::string_view text);

/// Whether the text holds an invisible character that turns the direction of what follows it (U+202A to
/// U+202E, U+2066 to U+2069): a name with one can pass for another.
bool has_direction_control(std::string_view text);

/// Without such characters, which messengers and spreadsheets leave around telephone numbers and names.
std::string without_direction_controls(std::string_view text);

/// Without white space (Unicode's) at either end.
std::string trim(std::string_view text);

/// What is compared in search and duplicate checks: accents and case off, every run of other characters than
/// letters and digits one space: "Café d'Ébène" becomes "cafe d ebene".
std::string fold(std::string_view text);

/// The words of fold(text).
std::vector<std::string> folded_words(std::string_view text);

/// A text whose bytes order as the Unicode root collation orders `text`, numbers by value: store it beside a
/// name.
std::string sort_key(std::string_view text);

/// For a web address: a-z, 0-9 and single hyphens, at most 80 characters; empty when nothing of that is left.
std::string slug(std::string_view text);

}  // namespace konbit::text
