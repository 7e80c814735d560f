// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace konbit::network {

/// One line of a file of words.
struct WordLine {
    int row = 0;
    std::vector<std::string> words;
    bool starts_plain = true;  ///< The first word stands without quotation marks: it may be a keyword.

    /// Whether the line begins with this sign, and means it.
    bool starts_with(char sign) const { return starts_plain && words[0].starts_with(sign); }
};

/// Words are divided by blanks, or by commas if `divides_commas`; those in quotation marks hold both, and \"
/// \\ \n \r \t as JSON does. Empty lines are left out.
std::vector<WordLine> word_lines(std::string_view text, bool divides_commas = false);

/// The text in quotation marks, on one line, as word_lines() reads it.
std::string quoted(std::string_view text);

/// ASCII letters made small.
std::string lower_case(std::string_view text);

}  // namespace konbit::network
