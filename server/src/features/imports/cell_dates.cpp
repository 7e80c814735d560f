// SPDX-License-Identifier: Apache-2.0
#include "features/imports/cell_dates.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace konbit::imports {

namespace {

using Month = std::pair<std::string_view, int>;

/// The beginnings that tell the months of English, Spanish and French apart, folded.
constexpr auto months = std::to_array<Month>({
    {"jan", 1}, {"ene", 1}, {"feb", 2},  {"fev", 2},  {"mar", 3},  {"apr", 4},  {"abr", 4},  {"avr", 4},
    {"may", 5}, {"mai", 5}, {"juin", 6}, {"jun", 6},  {"juil", 7}, {"jul", 7},  {"aug", 8},  {"ago", 8},
    {"aou", 8}, {"sep", 9}, {"set", 9},  {"oct", 10}, {"nov", 11}, {"dec", 12}, {"dic", 12},
});

std::optional<int> number_of(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<int> month_of(std::string_view word) {
    const auto found =
        std::ranges::find_if(months, [&](const Month& each) { return word.starts_with(each.first); });
    return found == months.end() ? std::nullopt : std::optional(found->second);
}

/// The three parts of a date; words that only join them ("de", "of", "1er" loses its ending) are left out.
struct Parts {
    std::vector<std::string> texts;
    std::optional<std::size_t> month_word;  ///< Which of them is the name of a month.
};

std::optional<Parts> parts_of(std::string_view text) {
    std::string words = text::fold(text);
    if (const auto time = words.find(" 00 00"); time != std::string::npos) words.resize(time);
    Parts parts;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(' ', at), words.size());
        std::string word = words.substr(at, end - at);
        at = end + 1;
        if (word == "de" || word == "of" || word == "del" || word == "the") continue;
        if (month_of(word)) parts.month_word = parts.texts.size();
        while (!parts.month_word && word.size() > 1 && word.back() > '9') word.pop_back();
        parts.texts.push_back(std::move(word));
    }
    if (parts.texts.size() < 3) return std::nullopt;
    return parts;
}

int full_year(int year, int current_year) {
    if (year >= 100) return year;
    const int century = (current_year + 1) / 100 * 100;
    return century + year > current_year + 1 ? century - 100 + year : century + year;
}

std::optional<Date> made(std::optional<int> year, std::optional<int> month, std::optional<int> day,
                         int current_year) {
    if (!year || !month || !day) return std::nullopt;
    const int full = full_year(*year, current_year);
    return full < 1000 ? std::nullopt : Date::of(full, *month, *day);
}

/// The two numbers before the year of 3/4/2025; nothing for dates of another shape.
std::optional<std::pair<int, int>> day_and_month(std::string_view text) {
    const auto parts = parts_of(text);
    if (!parts || parts->month_word || parts->texts.front().size() == 4) return std::nullopt;
    const auto first = number_of(parts->texts[0]), second = number_of(parts->texts[1]);
    const auto year = number_of(parts->texts[2]);
    if (!first || !second || !year || *first < 1 || *second < 1) return std::nullopt;
    return std::pair(*first, *second);
}

constexpr int most_months = 12, most_days = 31;

}  // namespace

std::optional<Date> date_of(std::string_view text, DateOrder order, int current_year) {
    const std::string trimmed = text::trim(text);
    if (const auto date = Date::parse(trimmed.substr(0, 10))) return date;
    const auto parts = parts_of(trimmed);
    if (!parts) return std::nullopt;
    const auto& [texts, month_word] = *parts;
    if (month_word && *month_word < 2)
        return made(number_of(texts[2]), month_of(texts[*month_word]), number_of(texts[1 - *month_word]),
                    current_year);
    if (texts.front().size() == 4)
        return made(number_of(texts[0]), number_of(texts[1]), number_of(texts[2]), current_year);
    const bool day_first = order == DateOrder::day_first;
    return made(number_of(texts[2]), number_of(texts[day_first ? 1 : 0]), number_of(texts[day_first ? 0 : 1]),
                current_year);
}

DateSigns date_signs(std::span<const std::string> cells) {
    DateSigns signs;
    for (const auto& cell : cells) {
        const auto pair = day_and_month(cell);
        if (!pair || pair->first > most_days || pair->second > most_days) continue;
        const auto [first, second] = *pair;
        if (first > most_months)
            signs.has_day_first = true;
        else if (second > most_months)
            signs.has_month_first = true;
        else if (first != second)
            signs.has_either = true;
    }
    return signs;
}

}  // namespace konbit::imports
