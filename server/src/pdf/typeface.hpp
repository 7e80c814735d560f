// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pdf/type.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace konbit::pdf {

/// One weight of the typeface as a document needs it: its bytes, and what stands in them. Lengths are in
/// thousandths of the type size.
struct Typeface {
    std::string_view name;   ///< As documents call it: letters, digits and hyphens.
    std::string_view bytes;  ///< TrueType.
    std::map<char32_t, unsigned> glyphs;
    std::vector<int> advances;  ///< By glyph.
    int ascent = 0;
    int descent = 0;                               ///< Below the base line: negative.
    int left = 0, bottom = 0, right = 0, top = 0;  ///< The box around every glyph.

    /// The glyph of a letter, else that of the question mark.
    unsigned glyph(char32_t letter) const;
};

/// Read once; afterwards any thread may use it.
const Typeface& typeface(Weight weight);

}  // namespace konbit::pdf
