// SPDX-License-Identifier: Apache-2.0
#include "features/pages/vcard.hpp"

#include <fmt/core.h>

namespace konbit::pages {

namespace {

constexpr std::size_t longest_line = 75;  // octets, RFC 6350 3.2

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// A text value: separators and line breaks are escaped, other control characters left out.
std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\n') {
            safe += "\\n";
        } else if (c == ',' || c == ';' || c == '\\') {
            safe += '\\';
            safe += c;
        } else if (static_cast<unsigned char>(c) >= 0x20) {
            safe += c;
        }
    }
    return safe;
}

/// Lines of a card, folded between characters.
class Card {
  public:
    void line(std::string_view property, std::string_view value) {
        if (value.empty()) return;
        std::string whole = std::string(property) + ':' + std::string(value);
        std::string_view rest = whole;
        for (std::size_t room = longest_line; rest.size() > room; room = longest_line - 1) {
            std::size_t end = room;
            while (is_continuation(rest[end])) --end;
            text_ += std::string(rest.substr(0, end)) + "\r\n ";
            rest.remove_prefix(end);
        }
        text_ += std::string(rest) + "\r\n";
    }
    void text(std::string_view property, std::string_view value) { line(property, escaped(value)); }
    std::string str() && { return std::move(text_); }

  private:
    std::string text_;
};

/// Without control characters, so that an address stays in its line; addresses are not escaped.
void add_addresses(Card& card, const OrganizationDetails& organization, const std::string& url) {
    card.line("URL", organization.website.value_or(url));
    for (const auto& link : organization.social_links)
        card.line("SOCIALPROFILE;SERVICE-TYPE=" + std::string(name_of(link.network)), link.url);
    card.line("SOURCE", url + ".vcf");
}

}  // namespace

std::string vcard(const Words& words, const OrganizationDetails& organization, const std::string& url) {
    Card card;
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "4.0");
    card.line("KIND", "org");
    card.line("UID", "urn:uuid:" + organization.id.str());
    card.text("FN", organization.name);
    card.text("ORG", organization.name);
    card.text("NICKNAME", organization.acronym.value_or(""));
    card.line("ADR", fmt::format(";;;{};;;{}", escaped(organization.locality.value_or("")),
                                 escaped(words.country(organization.country_code))));
    if (organization.latitude && organization.longitude)
        card.line("GEO", fmt::format("geo:{:.6g},{:.6g}", *organization.latitude, *organization.longitude));
    for (const auto& language : organization.languages) card.line("LANG", language);
    if (organization.sector) card.text("CATEGORIES", words.sector(*organization.sector));
    card.text("NOTE", words.of(organization.description));
    add_addresses(card, organization, url);
    card.line("END", "VCARD");
    return std::move(card).str();
}

}  // namespace konbit::pages
