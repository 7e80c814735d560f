// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/password_rules.hpp"

#include "core/crypto.hpp"
#include "core/normal_form.hpp"
#include "core/text.hpp"
#include "features/accounts/common_words.hpp"
#include "features/accounts/leaked_passwords.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <vector>

namespace konbit::accounts {

namespace {

/// What must be left of a password when everything that was to be expected is taken out of it.
constexpr std::size_t unexpected_alone = 8;
constexpr std::size_t unexpected_beside_code = 5;

/// "p4$$w0rd" is "password" to everybody who guesses.
char plain_letter(char c) {
    static constexpr std::string_view disguised = "01345789@$!";
    static constexpr std::string_view letters = "oieastbgasi";
    const auto at = disguised.find(c);
    return at == disguised.npos ? c : letters[at];
}

/// Letters and digits of the text, folded; also without disguise.
std::string guessed_form(std::string_view text, bool is_disguised) {
    std::string letters(text);
    if (is_disguised) std::ranges::transform(letters, letters.begin(), plain_letter);
    letters = text::fold(letters);
    std::erase_if(letters,
                  [](char c) { return static_cast<unsigned char>(c) < 128 && std::isalnum(c) == 0; });
    return letters;
}

void take_out(std::string& text, std::string_view word) {
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at)) text.erase(at, word.size());
}

/// Names and address of the person, in parts of at least four letters.
std::vector<std::string> own_words(const Account& account) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text::fold(account.name) + " " + text::fold(account.email) + " ") {
        const bool is_letter = static_cast<unsigned char>(c) >= 128 || std::isalnum(c) != 0;
        if (is_letter) word += c;
        if (!is_letter && word.size() >= 4) words.push_back(word);
        if (!is_letter) word.clear();
    }
    return words;
}

/// Drops characters that follow from the one before: "abcd", "4321", "aaaa".
std::string without_runs(std::string_view text) {
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int step = i == 0 ? 2 : text[i] - text[i - 1];
        if (step < -1 || step > 1) kept += text[i];
    }
    return kept;
}

/// "bananabanana" says no more than "banana".
std::string_view without_repetition(std::string_view text) {
    for (std::size_t part = 1; part <= text.size() / 2; ++part) {
        const auto rest = text.substr(part);
        if (text.starts_with(rest) && text.size() % part == 0) return text.substr(0, part);
    }
    return text;
}

bool is_year(std::string_view four) {
    return (four.starts_with("19") || four.starts_with("20")) &&
           std::ranges::all_of(four, [](char c) { return c >= '0' && c <= '9'; });
}

void take_out_years(std::string& text) {
    for (std::size_t at = 0; at + 4 <= text.size();) {
        if (is_year(std::string_view(text).substr(at, 4)))
            text.erase(at, 4);
        else
            ++at;
    }
}

std::size_t unexpected(std::string_view password, const Account& of, bool is_disguised) {
    std::string rest = guessed_form(password, is_disguised);
    if (!is_disguised) take_out_years(rest);
    for (const auto& word : own_words(of)) take_out(rest, word);
    for (const auto word : common_words()) take_out(rest, word);
    const std::string left = without_runs(without_repetition(rest));
    const auto different = std::set<char>(left.begin(), left.end()).size();
    return different < 4 ? different : left.size();
}

bool is_easy(std::string_view password, const Account& of, bool has_code) {
    const std::size_t enough = has_code ? unexpected_beside_code : unexpected_alone;
    return std::min(unexpected(password, of, false), unexpected(password, of, true)) < enough;
}

}  // namespace

Result<void> check_new_password(std::string_view password, const Account& of, bool has_code) {
    const std::string normal = text::to_nfkc(password);
    const std::size_t shortest = has_code ? shortest_password_with_code : shortest_password;
    Findings findings;
    findings.require(text::length(normal) >= shortest, "/password", "password_too_short",
                     {{"min", fmt::to_string(shortest)}});
    findings.require(text::length(normal) <= longest_password, "/password", "too_long", {{"max", "1024"}});
    findings.require(!is_leaked(normal) && !is_easy(normal, of, has_code), "/password", "easy_to_guess");
    if (!findings.empty()) return failure(ErrorCode::invalid, "invalid", findings.errors());
    return {};
}

std::string password_hash_of(std::string_view password) {
    return crypto::hash_password(text::to_nfkc(password));
}

bool matches(const std::string& hash, std::string_view password) {
    return crypto::verify_password(hash, text::to_nfkc(password));
}

}  // namespace konbit::accounts
