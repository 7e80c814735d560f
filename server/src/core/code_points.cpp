// SPDX-License-Identifier: Apache-2.0
#include "core/code_points.hpp"

#include <unicode/utf8.h>

#include <cstdint>

namespace konbit::text {

std::u32string code_points(std::string_view text) {
    std::u32string all;
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 code = 0;
        U8_NEXT_OR_FFFD(text.data(), at, size, code);
        all.push_back(static_cast<char32_t>(code));
    }
    return all;
}

}  // namespace konbit::text
