// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/links/link_token.hpp"

/// The short form of a personal link, to be typed from paper: three groups of four letters and digits.
///
/// Four find the row (the beginning of its reference), seven prove it (35 bits), the last one checks the
/// typing. Nothing of it is stored. Guessing is held down by limits.hpp: with 600 tries an hour for a wave,
/// four weeks of nothing else find one code of a wave with a chance of 1 in 85,000.
namespace konbit::links {

/// What was typed, without its check character.
struct CodeParts {
    std::string locator;  ///< Four characters: how the reference begins. Several respondents may share it.
    std::string proof;    ///< Seven characters.

    bool operator==(const CodeParts&) const = default;
};

/// The code of a respondent's present link: "ABCD-EFGH-JKMN".
std::string paper_code(const crypto::Key& key, std::string_view reference, const RespondentId& respondent,
                       std::int64_t version);

/// Reads a code as a person may have typed it: either case, O for 0, I and L for 1, blanks and hyphens
/// ignored.
/// @return Nothing when it has another length or its check character says that it was mistyped: any single
///         wrong character and any two that were exchanged are found.
std::optional<CodeParts> parse_code(std::string_view text);

/// As verdict_on() a token.
/// @complexity O(version).
TokenVerdict verdict_on_code(std::string_view proof, const crypto::Key& key, const RespondentId& respondent,
                             std::int64_t version);

}  // namespace konbit::links
