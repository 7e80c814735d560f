// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace konbit {

/// Letters to insert, drop, replace or swap with their neighbor to make one text of the other (optimal string
/// alignment), in bytes: meant for folded text, whose letters are mostly one byte.
/// @param limit  Distances above it need not be told apart.
/// @return At most limit + 1.
/// @complexity O(|a| * limit) time, O(|b|) space.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// Whether two folded names of one country may be the same organization: equal without blanks and legal forms
/// ("ltd", "s a"), or one slip per eight letters apart, at most three.
bool may_be_same_name(std::string_view a_folded, std::string_view b_folded);

}  // namespace konbit
