// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// What is known of words in names of organizations, in English, Spanish, French and Dutch. All words folded.
namespace konbit::duplicates {

/// "Ltd", "S.A." (given as "sa"), "Incorporated" …: says how a firm is registered, not which one it is.
bool is_legal_form(std::string_view word);

/// "and", "de", "the" …: written or left out as people like.
bool is_small_word(std::string_view word);

/// The one spelling under which words of the same meaning are compared; the word itself when it has none.
std::string_view one_spelling(std::string_view word);

/// "association", "farmers", "services" …: after one_spelling().
bool is_common(std::string_view word);

/// Countries and islands of the region, and points of the compass: after one_spelling().
bool is_place(std::string_view word);

}  // namespace konbit::duplicates
