// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "features/answers/answer.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/reference/code_rules.hpp"
#include "features/unlisted/unlisted.hpp"

namespace konbit::unlisted {

namespace {

constexpr std::size_t shortest_name = 2;
constexpr std::size_t longest_text = 200;
constexpr int digits_of_a_phone = 7;

bool has_phone_number(std::string_view text) {
    constexpr std::string_view between = " +-./()";
    int digits = 0;
    for (const char letter : text) {
        if (letter >= '0' && letter <= '9') {
            if (++digits == digits_of_a_phone) return true;
        } else if (between.find(letter) == std::string_view::npos) {
            digits = 0;
        }
    }
    return false;
}

/// Nothing here may lead to a person: an address, a page or a number.
bool has_contact(std::string_view text) {
    return text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos ||
           has_phone_number(text);
}

void check_text(Findings& findings, std::string_view pointer, std::string_view text) {
    findings.require(text::length(text) <= longest_text, pointer, "too_long",
                     {{"max", std::to_string(longest_text)}});
    findings.require(!has_contact(text), pointer, "has_contact");
}

}  // namespace

Result<UnlistedOrganization> checked(UnlistedOrganization organization) {
    organization.name = text::trim(organization.name);
    tidy(organization.locality);
    Findings findings;
    findings.require(!organization.name.empty(), "/name", "required");
    findings.require(organization.name.empty() || text::length(organization.name) >= shortest_name, "/name",
                     "too_short");
    check_text(findings, "/name", organization.name);
    check_text(findings, "/locality", organization.locality.value_or(""));
    if (organization.country_code) check_country(findings, "/country_code", *organization.country_code);
    answers::check_source(findings, organization.device, organization.sequence);
    return std::move(findings).or_value(std::move(organization));
}

}  // namespace konbit::unlisted
