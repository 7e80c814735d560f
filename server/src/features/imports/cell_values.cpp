// SPDX-License-Identifier: Apache-2.0
#include "features/imports/cell_values.hpp"

#include "core/locale_names.hpp"
#include "core/scalar.hpp"
#include "core/text.hpp"
#include "features/imports/cell_dates.hpp"
#include "features/imports/cell_words.hpp"
#include "features/memberships/membership_rules.hpp"
#include "features/reference/reference_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace konbit::imports::cells {

namespace {

template <class E>
std::optional<std::string> named(std::optional<E> value) {
    return value ? std::optional(std::string(name_of(*value))) : std::nullopt;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

using NamesOfSectors = std::map<std::string, std::string, std::less<>>;

const NamesOfSectors& sectors() {
    static const NamesOfSectors codes = [] {
        NamesOfSectors found;
        for (const auto* language : {"en", "es", "fr"})
            for (const auto& term : reference().terms("isic", language).items)
                found.try_emplace(text::fold(term.name), term.code);
        return found;
    }();
    return codes;
}

/// The length of numbers inside the North American plan without and with the area.
constexpr std::size_t local_digits = 7, national_digits = 10;
constexpr std::size_t fewest_digits = 7, most_digits = 15;  // E.164

bool has_length_of_number(const std::string& digits) {
    return digits.size() >= fewest_digits && digits.size() <= most_digits;
}

/// A number without its international prefix, completed by the dial code of the country ("1473", "509").
std::string completed(std::string digits, const std::string& dial_code) {
    const bool has_area = dial_code.size() == 4 && dial_code.front() == '1';
    if (has_area && digits.size() == local_digits) return dial_code + digits;
    if (dial_code.front() == '1' && digits.size() == national_digits) return "1" + digits;
    if (digits.starts_with(dial_code) && digits.size() > local_digits) return digits;
    if (dial_code.front() == '1' && digits.size() == national_digits + 1 && digits.front() == '1')
        return digits;
    if (dial_code.front() == '1') return {};
    if (digits.starts_with('0')) digits.erase(0, 1);
    return dial_code + digits;
}

}  // namespace

std::optional<std::string> as_written(std::string_view text, const Customs&) { return text::trim(text); }

std::optional<std::string> id(std::string_view text, const Customs&) {
    const auto parsed = OrganizationId::parse(text::trim(text));
    return parsed ? std::optional(parsed->str()) : std::nullopt;
}

std::optional<std::string> kind(std::string_view text, const Customs&) { return named(kind_of(text)); }

std::optional<std::string> country(std::string_view text, const Customs&) {
    return reference().country_names().find(text);
}

std::optional<std::string> degrees(std::string_view text, const Customs&) {
    std::string plain = text::trim(text);
    std::ranges::replace(plain, ',', '.');
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (error != std::errc() || end != plain.data() + plain.size() || !std::isfinite(value))
        return std::nullopt;
    return to_text(value);
}

std::optional<std::string> website(std::string_view text, const Customs&) {
    std::string url = text::trim(text);
    if (url.find("://") == std::string::npos && url.find('.') != std::string::npos) url.insert(0, "https://");
    return url;
}

std::optional<std::string> whole_number(std::string_view text, const Customs&) {
    const std::string trimmed = text::trim(text);
    int value = 0;
    const auto [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), value);
    if (error != std::errc() || end != trimmed.data() + trimmed.size()) return std::nullopt;
    return std::to_string(value);
}

std::optional<std::string> size_band(std::string_view text, const Customs&) { return named(size_of(text)); }

std::optional<std::string> sector(std::string_view text, const Customs&) {
    std::string trimmed = text::trim(text);
    if (reference().has("isic", trimmed)) return trimmed;
    const auto found = sectors().find(text::fold(trimmed));
    return found == sectors().end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> email(std::string_view text, const Customs&) {
    std::string address = text::trim(text);
    if (address.starts_with("mailto:")) address.erase(0, 7);
    return is_email(address) ? std::optional(address) : std::nullopt;
}

std::optional<std::string> phone(std::string_view text, const Customs& customs) {
    const std::string written = text::trim(text);
    if (!is_phone(written)) return std::nullopt;
    std::string digits = digits_of(written);
    for (const std::string_view prefix : {"011", "00"})
        if (written.front() != '+' && digits.starts_with(prefix)) return "+" + digits.substr(prefix.size());
    const Country* country = reference().country(customs.country_code);
    if (written.front() != '+' && country != nullptr)
        digits = completed(digits, digits_of(country->dial_code));
    return has_length_of_number(digits) ? "+" + digits : written;
}

std::optional<std::string> language(std::string_view text, const Customs&) { return language_of(text); }

std::optional<std::string> spoken(std::string_view text, const Customs& customs) {
    const std::string code = text::fold(text);
    return text::is_language(code) ? std::optional(code) : language(text, customs);
}

std::optional<std::string> market(std::string_view text, const Customs& customs) {
    const std::string code = text::trim(text);
    return text::is_territory(code) ? std::optional(code) : country(text, customs);
}

std::optional<std::string> truth(std::string_view text, const Customs&) {
    const auto value = truth_of(text);
    return value ? std::optional(std::string(*value ? "true" : "false")) : std::nullopt;
}

std::optional<std::string> date(std::string_view text, const Customs& customs) {
    const auto found = date_of(text, customs.date_order, customs.current_year);
    return found ? std::optional(to_text(*found)) : std::nullopt;
}

std::optional<std::string> publication(std::string_view text, const Customs&) {
    return named(from_name<Publication>(text::fold(text)));
}

}  // namespace konbit::imports::cells
