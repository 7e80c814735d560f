// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"

#include "core/codec.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <memory>
#include <stdexcept>

namespace konbit::text {

namespace {

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

void check(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

const icu::Normalizer2& decomposition() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfkd = icu::Normalizer2::getNFKDInstance(status);
    check(status);
    return *nfkd;
}

icu::UnicodeString decomposed(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString result = decomposition().normalize(text, status);
    check(status);
    return result;
}

std::unique_ptr<icu::Collator> new_collator() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale::getRoot(), status));
    check(status);
    collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    check(status);
    return collator;
}

const icu::Collator& root_collator() {
    static const std::unique_ptr<icu::Collator> collator = new_collator();
    return *collator;
}

constexpr std::size_t direction_control_size = 3;  // of each of them in UTF-8

bool is_direction_control(std::string_view text, std::size_t at) {
    const auto found = text.substr(at, direction_control_size);
    return (found >= "\xE2\x80\xAA" && found <= "\xE2\x80\xAE") ||
           (found >= "\xE2\x81\xA6" && found <= "\xE2\x81\xA9");
}

/// Calls `visit` with each code point and where it starts and ends; invalid bytes come as -1.
template <class Visit>
void for_each_code_point(std::string_view text, Visit&& visit) {
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        UChar32 code_point = 0;
        U8_NEXT(text.data(), at, size, code_point);
        visit(code_point, static_cast<std::size_t>(start), static_cast<std::size_t>(at));
    }
}

bool is_mark(UChar32 c) { return u_charType(c) == U_NON_SPACING_MARK; }

}  // namespace

bool is_utf8(std::string_view text) {
    bool valid = true;
    for_each_code_point(text, [&](UChar32 c, std::size_t, std::size_t) { valid = valid && c >= 0; });
    return valid;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for_each_code_point(text, [&](UChar32, std::size_t, std::size_t) { ++count; });
    return count;
}

bool has_direction_control(std::string_view text) {
    for (auto at = text.find('\xE2'); at != std::string_view::npos; at = text.find('\xE2', at + 1))
        if (is_direction_control(text, at)) return true;
    return false;
}

std::string without_direction_controls(std::string_view text) {
    if (!has_direction_control(text)) return std::string(text);
    std::string kept;
    for (std::size_t at = 0; at < text.size();)
        if (is_direction_control(text, at))
            at += direction_control_size;
        else
            kept += text[at++];
    return kept;
}

std::string trim(std::string_view text) {
    std::size_t first = text.size();
    std::size_t last = 0;
    for_each_code_point(text, [&](UChar32 c, std::size_t start, std::size_t end) {
        if (c >= 0 && u_isUWhiteSpace(c)) return;
        first = std::min(first, start);
        last = end;
    });
    return first >= last ? std::string() : std::string(text.substr(first, last - first));
}

std::string fold(std::string_view text) {
    icu::UnicodeString folded = decomposed(from_utf8(text));
    folded.foldCase();
    folded = decomposed(folded);
    icu::UnicodeString kept;
    bool gap = false;
    for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
        const UChar32 c = folded.char32At(at);
        if (is_mark(c)) continue;
        if (!u_isalnum(c)) {
            gap = true;
            continue;
        }
        if (gap && !kept.isEmpty()) kept.append(u' ');
        gap = false;
        kept.append(c);
    }
    std::string result;
    return kept.toUTF8String(result);
}

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    const std::string folded = fold(text);
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string sort_key(std::string_view text) {
    const icu::UnicodeString source = from_utf8(text);
    std::string key(static_cast<std::size_t>(source.length()) * 3 + 16, '\0');
    const auto fill = [&] {
        return static_cast<std::size_t>(root_collator().getSortKey(
            source, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size())));
    };
    std::size_t needed = fill();
    if (needed > key.size()) {
        key.resize(needed);
        needed = fill();
    }
    key.resize(needed - 1);  // ICU ends a key with a zero byte
    return codec::to_hex(key);
}

std::string slug(std::string_view text) {
    constexpr std::size_t longest = 80;
    std::string slug;
    for (const std::string& word : folded_words(text)) {
        std::string kept;
        for (const char c : word) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) kept += c;
        }
        if (kept.empty()) continue;
        if (slug.size() + kept.size() + 1 > longest) {
            if (slug.empty()) slug = kept.substr(0, longest);
            break;
        }
        if (!slug.empty()) slug += '-';
        slug += kept;
    }
    return slug;
}

}  // namespace konbit::text
