// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace konbit::accounts {

/// What people put into passwords everywhere, folded, longest first: words from the top of every published
/// list of leaked passwords in English, Spanish and French, rows of the keyboard, months, names of the region
/// and of this program.
std::span<const std::string_view> common_words();

}  // namespace konbit::accounts
