// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace konbit::text {

/// The code points of UTF-8, one after the other; invalid bytes give U+FFFD each.
std::u32string code_points(std::string_view text);

}  // namespace konbit::text
