// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace konbit::reports {

/// How many of a group answered.
struct GroupResponse {
    std::string group;            ///< A code, or a text of the roster.
    int asked = 0;                ///< Known to everybody: the roster is.
    std::optional<int> answered;  ///< Nothing when it is withheld.
};

/// Withholds what would tell of single members whether they answered: groups below disclosure::least_people,
/// groups of which all or none answered, and as many others as it takes that none of these follows from the
/// total of all.
/// @param groups  Their `answered` set, in any order; they do not overlap, and the total of all is known.
/// @return In the same order. From what is left, each withheld number can still be one of at least three, or
/// of two
///         in a group of one.
std::vector<GroupResponse> protected_response(std::vector<GroupResponse> groups);

}  // namespace konbit::reports
