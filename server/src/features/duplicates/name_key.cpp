// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/name_key.hpp"

#include "features/duplicates/name_words.hpp"

#include <algorithm>

namespace konbit::duplicates {

namespace {

constexpr double weight_of_common = 0.4;

std::vector<std::string> split(std::string_view folded) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < folded.size();) {
        const auto end = std::min(folded.find(' ', at), folded.size());
        if (end > at) words.emplace_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(std::string_view word) { return word.size() == 1 && !is_digit(word[0]); }

/// Whether a word belongs to the one before it: the letters of "s a" and "g c i c", "patrick s", "co
/// operative". Points, hyphens and apostrophes stood between them.
bool continues(const std::vector<std::string>& words, std::size_t i) {
    const std::string &word = words[i], &before = words[i - 1];
    const bool is_before_letter = i + 1 < words.size() && is_letter(words[i + 1]);
    const bool is_possessive = word == "s" && !is_before_letter && i + 1 < words.size();
    return (is_letter(word) && is_letter(before)) || is_possessive ||
           (before == "co" && word.starts_with("op"));
}

std::vector<std::string> with_parts_joined(const std::vector<std::string>& words) {
    std::vector<std::string> joined;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && continues(words, i))
            joined.back() += words[i];
        else
            joined.push_back(words[i]);
    }
    return joined;
}

void drop_legal_forms(std::vector<std::string>& words) {
    while (words.size() > 1 && is_legal_form(words.back())) words.pop_back();
    // "Belmont Ltd (Grenada)", "Belmont & Co. Trading": inside a name they say as little.
    if (std::ranges::count_if(words, [](const auto& word) { return !is_legal_form(word); }) > 0)
        std::erase_if(words, [](const auto& word) { return is_legal_form(word); });
}

NameWord word_of(const std::string& word) {
    const std::string_view spelled = one_spelling(word);
    return {std::string(spelled), is_common(spelled) || is_place(spelled) ? weight_of_common : 1.0,
            is_place(spelled)};
}

}  // namespace

NameKey name_key(std::string_view folded) {
    NameKey key;
    std::vector<std::string> words = with_parts_joined(split(folded));
    for (const auto& word : words)
        if (!is_small_word(word)) key.all_initials += word.front();
    drop_legal_forms(words);
    for (const auto& word : words) {
        if (is_small_word(word) && words.size() > 1) continue;
        key.words.push_back(word_of(word));
        key.compact += key.words.back().text;
        key.initials += word.front();
        std::ranges::copy_if(word, std::back_inserter(key.numbers), is_digit);
    }
    return key;
}

}  // namespace konbit::duplicates
