// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/score.hpp"

#include "features/duplicates/edit_distance.hpp"

#include <algorithm>

namespace konbit::duplicates {

namespace {

// Found by trying on tests/golden/duplicates/pairs.csv, and kept round.
constexpr double of_a_slip = 0.9;  ///< A word one letter from another counts that much.
constexpr double of_plural = 0.95;
constexpr double of_other_cut = 0.94;       ///< Names whose letters agree but for a slip, not their blanks.
constexpr double of_acronym = 0.86;         ///< "BIDC" for "Barbados Investment and Development Corporation".
constexpr double of_contradiction = 0.5;    ///< Most that names with other numbers or places can be alike.
constexpr double lift_by_contact = 0.5;     ///< Share of the doubt that a common website or phone removes.
constexpr double too_unlike = 0.45;         ///< Below it a common website means one office, not one firm.
constexpr double across_countries = 0.75;   ///< What is left of a likeness across a border …
constexpr double with_same_contact = 0.95;  ///< … and when website or phone are the same.
constexpr std::size_t letters_per_slip = 8, most_slips = 3;
constexpr std::size_t shortest_word_with_slip = 5, shortest_acronym = 3;

double likeness(const NameWord& a, const NameWord& b) {
    if (a.text == b.text) return 1;
    if (a.text + 's' == b.text || a.text == b.text + 's') return of_plural;
    const std::size_t shorter = std::min(a.text.size(), b.text.size());
    const bool is_long =
        shorter >= shortest_word_with_slip && a.text.size() + b.text.size() > 2 * shortest_word_with_slip;
    if (!is_long || a.is_place || b.is_place) return 0;
    // A slip seldom hits the first letter; another first letter is mostly another word.
    if (a.text.front() != b.text.front()) return 0;
    return edit_distance(a.text, b.text, 1) <= 1 ? of_a_slip : 0;
}

/// What the words of two names have in common.
struct Overlap {
    double common = 0;  ///< Weight of the words in both, each side counted.
    double all = 0;     ///< Weight of all words of both.
    bool has_rare_left_a = false, has_rare_left_b = false;
    bool has_place_left_a = false, has_place_left_b = false;
};

void note_left(const NameWord& word, bool& has_rare, bool& has_place) {
    (word.is_place ? has_place : has_rare) = true;
}

Overlap overlap(const NameKey& a, const NameKey& b) {
    Overlap result;
    std::vector<bool> is_taken(b.words.size());
    for (const auto& word : a.words) {
        result.all += word.weight;
        double best = 0;
        std::size_t at = 0;
        for (std::size_t i = 0; i < b.words.size(); ++i)
            if (const double like = is_taken[i] ? 0 : likeness(word, b.words[i]); like > best) {
                best = like;
                at = i;
            }
        if (best > 0) {
            is_taken[at] = true;
            result.common += best * (word.weight + b.words[at].weight);
        } else {
            note_left(word, result.has_rare_left_a, result.has_place_left_a);
        }
    }
    for (std::size_t i = 0; i < b.words.size(); ++i) {
        result.all += b.words[i].weight;
        if (!is_taken[i]) note_left(b.words[i], result.has_rare_left_b, result.has_place_left_b);
    }
    return result;
}

bool is_slip_apart(const NameKey& a, const NameKey& b) {
    const std::size_t shorter = std::min(a.compact.size(), b.compact.size());
    const std::size_t allowed = std::min(shorter / letters_per_slip, most_slips);
    return edit_distance(a.compact, b.compact, allowed) <= allowed;
}

bool is_acronym_of(const Fingerprint& a, const Fingerprint& b) {
    const auto& called = a.name.words;
    if (called.size() != 1 || b.name.words.size() < 2) return false;
    const std::string& word = called.front().text;
    if (word.size() < shortest_acronym) return false;
    return word == b.name.initials || word == b.name.all_initials || word == b.acronym;
}

bool contradict(const NameKey& a, const NameKey& b, const Overlap& words) {
    return a.numbers != b.numbers || (words.has_place_left_a && words.has_place_left_b);
}

double word_likeness(const NameKey& a, const NameKey& b, const Overlap& words) {
    if (words.all == 0) return 0;
    const double shared = words.common / words.all;
    const bool differs_both_ways = words.has_rare_left_a && words.has_rare_left_b;
    if (contradict(a, b, words)) return std::min(shared, of_contradiction);
    // "Suncraft" and "Sun Crafts"; as many words on both sides are other words: "Soap" and "Soup".
    const bool cuts_words_otherwise = a.words.size() != b.words.size();
    if (cuts_words_otherwise && is_slip_apart(a, b)) return std::max(shared, of_other_cut);
    return differs_both_ways ? shared * shared : shared;
}

/// The likeness of the names, with its reason.
Score by_name(const Fingerprint& a, const Fingerprint& b) {
    if (!a.name.compact.empty() && a.name.compact == b.name.compact) return {1, {Reason::same_name}};
    const double by_words = word_likeness(a.name, b.name, overlap(a.name, b.name));
    if (by_words < of_acronym && (is_acronym_of(a, b) || is_acronym_of(b, a)))
        return {of_acronym, {Reason::acronym}};
    return {by_words, {Reason::similar_name}};
}

bool is_same(const std::string& a, const std::string& b) { return !a.empty() && a == b; }

}  // namespace

Score score(const Fingerprint& a, const Fingerprint& b) {
    Score result = by_name(a, b);
    const bool contradicts = result.value <= of_contradiction;
    const bool same_website = is_same(a.domain, b.domain), same_phone = is_same(a.phone, b.phone);
    if (same_website) result.reasons.push_back(Reason::same_website);
    if (same_phone) result.reasons.push_back(Reason::same_phone);
    for (const bool agrees : {same_website, same_phone})
        if (agrees && result.value > too_unlike && !contradicts)
            result.value += (1 - result.value) * lift_by_contact;
    if (a.country_code != b.country_code)
        result.value *= same_website || same_phone ? with_same_contact : across_countries;
    return result;
}

}  // namespace konbit::duplicates
