// SPDX-License-Identifier: Apache-2.0
#include "features/texts/catalog.hpp"

#include "core/localized.hpp"
#include "json/value.hpp"

#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>

namespace konbit {

namespace {

icu::Locale icu_locale(std::string_view language) {
    return icu::Locale(std::string(format_locale(language)).c_str());
}

/// "one", "few", "other" …: the CLDR plural category of n.
std::string plural_category(std::string_view language, std::int64_t n) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(icu_locale(language), status));
    if (U_FAILURE(status)) return "other";
    std::string category;
    rules->select(static_cast<double>(n)).toUTF8String(category);
    return category;
}

std::string filled(std::string_view text, const Params& params) {
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = text.find('}', open);
        out += text.substr(0, open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            if (open != std::string_view::npos) out += text.substr(open);
            break;
        }
        const auto param = params.find(text.substr(open + 1, close - open - 1));
        out += param == params.end() ? text.substr(open, close - open + 1) : std::string_view(param->second);
        text.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace

Result<void> Catalog::add(std::string_view language, std::string_view json) {
    KONBIT_TRY(const json::Value document, json::parse(json));
    const auto* members = document.as<json::Value::Object>();
    if (members == nullptr) return failure(ErrorCode::malformed, "locale_not_an_object");
    auto& texts = languages_[std::string(language)];
    for (const auto& [key, value] : *members) {
        const auto* text = value.as<std::string>();
        if (text == nullptr) return failure(ErrorCode::malformed, "locale_not_a_text: " + key);
        texts.insert_or_assign(key, *text);
    }
    return {};
}

const std::string* Catalog::find(std::string_view language, std::string_view key) const {
    for (const auto each : fallback_chain(language)) {
        const auto texts = languages_.find(each);
        if (texts == languages_.end()) continue;
        const auto text = texts->second.find(key);
        if (text != texts->second.end()) return &text->second;
    }
    return nullptr;
}

bool Catalog::has(std::string_view language, std::string_view key) const {
    return find(language, key) != nullptr;
}

std::string Catalog::text(std::string_view language, std::string_view key, const Params& params) const {
    const auto* text = find(language, key);
    return text == nullptr ? std::string(key) : filled(*text, params);
}

std::string Catalog::plural(std::string_view language, std::string_view key, std::int64_t n,
                            Params params) const {
    params.insert_or_assign("n", format_number(language, n));
    const auto by_category = std::string(key) + "_" + plural_category(language, n);
    return text(language, has(language, by_category) ? by_category : std::string(key) + "_other", params);
}

std::string_view format_locale(std::string_view language) {
    if (language == "ht") return "fr-HT";
    if (language == "pap") return "nl-CW";
    return language;
}

std::string format_number(std::string_view language, std::int64_t number) {
    UErrorCode status = U_ZERO_ERROR;
    const auto formatted =
        icu::number::NumberFormatter::withLocale(icu_locale(language)).formatInt(number, status);
    std::string out;
    formatted.toString(status).toUTF8String(out);
    return U_SUCCESS(status) ? out : std::to_string(number);
}

std::string format_quantity(std::string_view language, double quantity) {
    UErrorCode status = U_ZERO_ERROR;
    const auto formatted = icu::number::NumberFormatter::withLocale(icu_locale(language))
                               .precision(icu::number::Precision::maxFraction(2))
                               .formatDouble(quantity, status);
    std::string out;
    formatted.toString(status).toUTF8String(out);
    return U_SUCCESS(status) ? out : std::to_string(quantity);
}

}  // namespace konbit
