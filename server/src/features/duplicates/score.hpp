// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"
#include "features/duplicates/fingerprint.hpp"

#include <array>
#include <string_view>
#include <vector>

/// Whether two descriptions mean one organization.
namespace konbit::duplicates {

/// Why two records may be one.
enum class Reason {
    same_id,       ///< A file that came from here names the record.
    same_name,     ///< Equal but for spelling, legal form, small words.
    similar_name,  ///< A few letters apart, or most words in common.
    acronym,       ///< One is called by the initials of the other.
    same_website,
    same_phone,
};
constexpr auto names(Reason) {
    return std::to_array<std::string_view>(
        {"same_id", "same_name", "similar_name", "acronym", "same_website", "same_phone"});
}

struct Score {
    double value = 0;  ///< 0 to 1; not a probability.
    std::vector<Reason> reasons;
};

/// From here on two records are shown to a person as possibly one.
inline constexpr double possible = 0.8;
/// From here on an import takes them for one unless somebody says otherwise.
inline constexpr double certain = 0.92;

/// How alike two organizations are: by the words of their names (rare words count most, a slip of the pen is
/// forgiven), their acronyms, the domain of their websites and their phones. Different numbers or places in
/// the names, or different countries, speak against it whatever else agrees.
/// @complexity O(words of a * words of b) comparisons of words.
Score score(const Fingerprint& a, const Fingerprint& b);

}  // namespace konbit::duplicates
