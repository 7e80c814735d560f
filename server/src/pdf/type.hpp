// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace konbit::pdf {

enum class Weight { regular, bold };

/// How a text is set. The typeface is the one of the web client, Atkinson Hyperlegible Next.
struct Type {
    double size = 10;  ///< In points.
    Weight weight = Weight::regular;
    double gray = 0;  ///< From 0, black, to 1, white.
};

/// How wide a line is, in points. A letter that the typeface lacks is set as a question mark.
double width_of(std::string_view line, const Type& type);

/// The text in lines of at most that width, broken between words and at line ends; a word that is too long
/// for a line is broken inside. An empty text is one empty line.
std::vector<std::string> lines_of(std::string_view text, const Type& type, double width);

/// The text if it fits into that width, else as much of it as does, with an ellipsis.
std::string shortened(std::string_view text, const Type& type, double width);

}  // namespace konbit::pdf
