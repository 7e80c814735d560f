// SPDX-License-Identifier: Apache-2.0
#include "core/locale_names.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <span>

namespace konbit::text {

namespace {

/// Whether one of ICU's lists, which end with a null pointer, has the code.
bool is_listed(const char* const* codes, std::string_view code) {
    for (; *codes != nullptr; ++codes)
        if (code == *codes) return true;
    return false;
}

bool is_among(const char* letters, std::string_view code) {
    return !code.empty() && std::ranges::all_of(code, [&](char c) {
        return std::string_view(letters).find(c) != std::string_view::npos;
    });
}

std::string to_utf8(const icu::UnicodeString& text) {
    std::string utf8;
    return text.toUTF8String(utf8);
}

icu::Locale reader(std::string_view language) { return icu::Locale(std::string(language).c_str()); }

}  // namespace

bool is_territory(std::string_view code) {
    return code.size() == 2 && is_among("ABCDEFGHIJKLMNOPQRSTUVWXYZ", code) &&
           is_listed(icu::Locale::getISOCountries(), code);
}

bool is_language(std::string_view code) {
    return (code.size() == 2 || code.size() == 3) && is_among("abcdefghijklmnopqrstuvwxyz", code) &&
           is_listed(icu::Locale::getISOLanguages(), code);
}

std::string territory_name(std::string_view code, std::string_view language) {
    icu::UnicodeString name;
    icu::Locale("und", std::string(code).c_str()).getDisplayCountry(reader(language), name);
    return to_utf8(name);
}

std::string language_name(std::string_view code, std::string_view language) {
    icu::UnicodeString name;
    icu::Locale(std::string(code).c_str()).getDisplayLanguage(reader(language), name);
    return to_utf8(name);
}

}  // namespace konbit::text
