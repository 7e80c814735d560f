// SPDX-License-Identifier: Apache-2.0
#include "features/countries/country_names.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace konbit {

namespace {

/// Words that people put in or leave out: articles, "and", "West Indies".
constexpr auto passed_over = std::to_array<std::string_view>({
    "the", "and",  "of",           "y",  "et",     "e",       "en",   "las",
    "los", "les",  "la",           "le", "island", "islands", "isla", "islas",
    "ile", "iles", "commonwealth", "w",  "i",      "wi",      "west", "indies",
});

constexpr auto habits = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"Antigua", "AG"},
    {"Barbuda", "AG"},
    {"Bdos", "BB"},
    {"St Kitts", "KN"},
    {"Nevis", "KN"},
    {"SKN", "KN"},
    {"St Vincent", "VC"},
    {"San Vicente", "VC"},
    {"Grenadines", "VC"},
    {"SVG", "VC"},
    {"Trinidad", "TT"},
    {"Tobago", "TT"},
    {"T&T", "TT"},
    {"Carriacou", "GD"},
    {"Petite Martinique", "GD"},
    {"Carriacou Grenada", "GD"},
    {"Dom Rep", "DO"},
    {"Rep Dom", "DO"},
    {"R D", "DO"},
    {"Dominican Rep", "DO"},
    {"BVI", "VG"},
    {"TCI", "TC"},
    {"Turks", "TC"},
    {"Cayman", "KY"},
    {"British Guiana", "GY"},
    {"British Honduras", "BZ"},
    {"Roseau Dominica", "DM"},
});

/// Folded, "St" written out, without the words that are passed over. Empty when nothing else is left.
std::string plain(std::string_view text) {
    std::string result;
    for (const auto& word : text::folded_words(text)) {
        if (std::ranges::find(passed_over, word) != passed_over.end()) continue;
        if (!result.empty()) result += ' ';
        result += word == "st" || word == "ste" || word == "sainte" ? "saint" : word;
    }
    return result;
}

}  // namespace

void CountryNames::add(std::string_view name, std::string_view country_code) {
    if (auto key = plain(name); !key.empty()) code_of_.try_emplace(std::move(key), country_code);
}

std::optional<std::string> CountryNames::find(std::string_view text) const {
    const auto found = code_of_.find(plain(text));
    return found == code_of_.end() ? std::nullopt : std::optional(found->second);
}

void add_regional_habits(CountryNames& names) {
    for (const auto& [name, code] : habits) names.add(name, code);
}

}  // namespace konbit
