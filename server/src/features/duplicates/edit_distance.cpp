// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace konbit {

namespace {

constexpr auto legal_forms =
    std::to_array<std::string_view>({"ltd", "limited", "inc", "llc", "co", "company", "corp", "plc", "sa",
                                     "srl", "sarl", "eirl", "nv", "bv"});

bool is_legal_form(std::string_view word) {
    return std::ranges::find(legal_forms, word) != legal_forms.end();
}

/// The letters of a folded name without blanks, an article in front and legal forms behind.
std::string core_of(std::string_view folded) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < folded.size();) {
        const auto end = std::min(folded.find(' ', at), folded.size());
        if (end > at) words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    while (words.size() > 1 && is_legal_form(words.back())) words.pop_back();
    if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
    std::string core;
    for (const auto word : words) core += word;
    return core;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::size_t too_far = limit + 1;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return too_far;
    std::vector<std::size_t> before_last(b.size() + 1, too_far), last = before_last, now = before_last;
    for (std::size_t j = 0; j <= std::min(b.size(), limit); ++j) now[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last.swap(last);
        last.swap(now);
        // Cells further than `limit` off the diagonal cannot matter.
        const std::size_t from = i > limit ? i - limit : 1, to = std::min(b.size(), i + limit);
        now[from - 1] = from == 1 ? std::min(i, too_far) : too_far;
        for (std::size_t j = from; j <= to; ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, replaced, too_far});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) now[j] = std::min(now[j], before_last[j - 2] + 1);
        }
        if (to < b.size()) now[to + 1] = too_far;
    }
    return now[b.size()];
}

bool may_be_same_name(std::string_view a_folded, std::string_view b_folded) {
    const std::string a = core_of(a_folded), b = core_of(b_folded);
    if (a == b) return !a.empty();
    const std::size_t allowed = std::min<std::size_t>(std::min(a.size(), b.size()) / 8, 3);
    return edit_distance(a, b, allowed) <= allowed;
}

}  // namespace konbit
