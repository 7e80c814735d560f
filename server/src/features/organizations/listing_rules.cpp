// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/listing_rules.hpp"

#include "core/text.hpp"
#include "features/organizations/listing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace konbit {

namespace {

constexpr auto description_languages = std::to_array<std::string_view>({"en", "es", "fr", "nl", "ht", "pap"});

Params at_most(int longest) { return {{"max", std::to_string(longest)}}; }

bool is_longer(std::string_view text, int longest) {
    return text::length(text) > static_cast<std::size_t>(longest);
}

/// Whether the text has a break: as a control, or as one of Unicode's (NEL, line and paragraph separators).
bool has_line_break(std::string_view text) {
    constexpr auto separators = std::to_array<std::string_view>({"\n", "\r", "\u0085", "\u2028", "\u2029"});
    return std::ranges::any_of(separators, [&](auto each) { return text.contains(each); });
}

bool is_slug_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

bool is_slug(std::string_view slug) {
    return slug.size() <= 80 && std::ranges::all_of(slug, is_slug_character) && !slug.starts_with('-') &&
           !slug.ends_with('-') && slug.find("--") == std::string_view::npos;
}

bool is_web_address(std::string_view url) {
    const auto host_at = url.starts_with("https://") ? 8U : url.starts_with("http://") ? 7U : url.size();
    const auto host = url.substr(host_at).substr(0, url.substr(host_at).find_first_of("/?#"));
    const bool has_blanks =
        std::ranges::any_of(url, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    return !has_blanks && host.find('.') != std::string_view::npos && !host.starts_with('.') &&
           host.find('@') == std::string_view::npos;
}

bool is_within(std::optional<double> degrees, double limit) {
    return !degrees || (std::isfinite(*degrees) && std::abs(*degrees) <= limit);
}

}  // namespace

void check_name(Findings& findings, std::string_view name) {
    findings.require(!name.empty(), "/name", "required");
    findings.require(!is_longer(name, longest_name), "/name", "too_long", at_most(longest_name));
    // A name becomes the subject of a mail and a line of a card.
    findings.require(!has_line_break(name), "/name", "control_character");
}

void check_slug(Findings& findings, std::string_view slug) {
    findings.require(is_slug(slug), "/slug", "not_a_slug");
}

void check_length(Findings& findings, std::string_view pointer, const std::optional<std::string>& text,
                  int longest) {
    findings.require(!text || !is_longer(*text, longest), pointer, "too_long", at_most(longest));
}

void check_url(Findings& findings, std::string_view pointer, const std::optional<std::string>& url) {
    check_length(findings, pointer, url, longest_url);
    findings.require(!url || is_web_address(*url), pointer, "not_a_url");
}

void check_point(Findings& findings, std::optional<double> latitude, std::optional<double> longitude) {
    findings.require(is_within(latitude, 90), "/latitude", "out_of_range");
    findings.require(is_within(longitude, 180), "/longitude", "out_of_range");
    findings.require(latitude || !longitude, "/latitude", "required");
    findings.require(longitude || !latitude, "/longitude", "required");
}

void check_founded_year(Findings& findings, std::optional<int> year, int current_year) {
    findings.require(year.value_or(current_year) >= 1000, "/founded_year", "out_of_range");
    findings.require(year.value_or(current_year) <= current_year, "/founded_year", "in_future");
}

void check_description(Findings& findings, const Localized& description) {
    for (const auto& [language, text] : description.texts) {
        const std::string pointer = "/description/" + language;
        findings.require(std::ranges::find(description_languages, language) != description_languages.end(),
                         pointer, "unknown_code");
        findings.require(!is_longer(text, longest_description), pointer, "too_long",
                         at_most(longest_description));
    }
}

void tidy(std::optional<std::string>& text) {
    if (!text) return;
    *text = text::trim(*text);
    if (text->empty()) text.reset();
}

void tidy(Localized& texts) {
    for (auto& [language, text] : texts.texts) text = text::trim(text);
    std::erase_if(texts.texts, [](const auto& entry) { return entry.second.empty(); });
}

}  // namespace konbit
