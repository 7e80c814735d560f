// SPDX-License-Identifier: Apache-2.0
#include "features/pages/money.hpp"

#include "features/reference/reference_book.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace konbit::pages {

namespace {

/// How people of the region tell their dollars apart.
constexpr auto signs = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"USD", "US$"},
    {"XCD", "EC$"},
    {"BBD", "Bds$"},
    {"BMD", "BD$"},
    {"BSD", "B$"},
    {"BZD", "BZ$"},
    {"DOP", "RD$"},
    {"EUR", "€"},
    {"GYD", "G$"},
    {"HTG", "G"},
    {"JMD", "J$"},
    {"KYD", "CI$"},
    {"TTD", "TT$"},
});

std::string sign_of(std::string_view currency) {
    const auto found =
        std::ranges::find(signs, currency, &std::pair<std::string_view, std::string_view>::first);
    return std::string(found == signs.end() ? currency : found->second);
}

std::string plain(const Words& words, std::int64_t amount_minor, std::string_view currency) {
    std::string text = sign_of(currency) + " " + words.number(amount_minor / 100);
    const auto cents = amount_minor % 100;
    // The decimal sign of a number that the language formats itself is not at hand; a point is understood.
    if (cents != 0) text += fmt::format(".{:02}", cents);
    return text;
}

/// Units of the currency for one US dollar where a law fixes them, or 0.
double peg_of(std::string_view currency) {
    for (const auto& country : reference().data().countries)
        if (country.currency == currency && country.usd_peg) return std::stod(*country.usd_peg);
    return 0;
}

}  // namespace

std::string money(const Words& words, std::int64_t amount_minor, std::string_view currency) {
    const std::string text = plain(words, amount_minor, currency);
    const double peg = currency == "USD" ? 0 : peg_of(currency);
    if (peg == 0) return text;
    const auto dollars =
        static_cast<std::int64_t>(std::llround(static_cast<double>(amount_minor) / peg / 100));
    return fmt::format("{} ({})", text, plain(words, dollars * 100, "USD"));
}

}  // namespace konbit::pages
