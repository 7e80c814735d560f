// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace konbit::duplicates {

/// A word of a name as names are compared.
struct NameWord {
    std::string
        text;  ///< Folded, with one spelling for "St.", "Saint" and "Sainte", "Assoc." and "Asociación" …
    double weight = 1;  ///< How much it tells firms apart, 0 to 1: "Association" little, "Belmont" all.
    bool is_place =
        false;  ///< A country, an island or a point of the compass: two of them contradict each other.
    bool operator==(const NameWord&) const = default;
};

/// What remains of a name when spelling, legal form and small words are taken away.
struct NameKey {
    std::vector<NameWord> words;  ///< In the order of the name.
    std::string compact;          ///< The words without blanks.
    std::string initials;         ///< First letters of the words: "bid" …
    std::string all_initials;     ///< … and with those of the legal form: "bidc".
    std::string numbers;          ///< The digits of the name in their order: "Depot No. 2" is not No. 3.
};

/// @param folded  A name after text::fold().
NameKey name_key(std::string_view folded);

}  // namespace konbit::duplicates
