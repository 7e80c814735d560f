// SPDX-License-Identifier: Apache-2.0
#include "features/reference/demo_rows.hpp"

#include <algorithm>

namespace konbit {

std::vector<std::string> parts_of(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::vector<std::string> words_in(std::string_view text) {
    auto words = parts_of(text, ' ');
    std::erase(words, std::string());
    return words;
}

}  // namespace konbit
