// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/membership_rules.hpp"

#include "core/text.hpp"
#include "features/organizations/listing_rules.hpp"

#include <algorithm>
#include <array>

namespace konbit {

namespace {

constexpr int longest_short_text = 60;
constexpr int longest_contact = 120;
constexpr auto member_languages = std::to_array<std::string_view>({"en", "es", "fr", "nl", "ht", "pap"});

/// Trimmed, without empty ones and repetitions, in the order given.
void tidy_tags(std::vector<std::string>& tags) {
    std::vector<std::string> kept;
    for (const auto& tag : tags) {
        std::string trimmed = text::trim(tag);
        const bool is_new = std::ranges::none_of(
            kept, [&](const std::string& each) { return text::fold(each) == text::fold(trimmed); });
        if (!trimmed.empty() && is_new) kept.push_back(std::move(trimmed));
    }
    tags = std::move(kept);
}

void tidy_texts(Membership& membership) {
    membership.label = text::trim(membership.label);
    for (auto member : {&MemberProfile::subsector, &MemberProfile::subgroup}) tidy(membership.*member);
    for (auto member : {&Membership::contact_name, &Membership::contact_email, &Membership::contact_phone,
                        &Membership::fee_class})
        tidy(membership.*member);
    tidy_tags(membership.tags);
    // Who came back did not leave for any reason.
    if (!membership.left_on) membership.left_reason.reset();
    membership.sort_key = text::sort_key(membership.label);
}

void check_contact(Findings& findings, const Membership& membership) {
    check_length(findings, "/contact_name", membership.contact_name, longest_contact);
    check_length(findings, "/contact_email", membership.contact_email, longest_contact);
    findings.require(!membership.contact_email || is_email(*membership.contact_email), "/contact_email",
                     "not_an_email");
    findings.require(!membership.contact_phone || is_phone(*membership.contact_phone), "/contact_phone",
                     "not_a_phone");
}

void check_tags(Findings& findings, const std::vector<std::string>& tags) {
    findings.require(tags.size() <= most_tags, "/tags", "too_many", {{"max", std::to_string(most_tags)}});
    findings.require(
        std::ranges::all_of(tags, [](const std::string& tag) { return text::length(tag) <= longest_tag; }),
        "/tags", "too_long", {{"max", std::to_string(longest_tag)}});
}

/// The first code points of a text: never half of one.
std::string first_letters(std::string_view text, int count) {
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        const bool begins_letter = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
        if (begins_letter && count-- == 0) break;
    }
    return std::string(text.substr(0, end));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Result<Membership> checked(Membership membership) {
    tidy_texts(membership);
    Findings findings;
    findings.require(!membership.label.empty(), "/label", "required");
    check_length(findings, "/label", membership.label, longest_label);
    check_length(findings, "/subsector", membership.subsector, longest_short_text);
    check_length(findings, "/subgroup", membership.subgroup, longest_short_text);
    check_contact(findings, membership);
    findings.require(std::ranges::find(member_languages, membership.language) != member_languages.end(),
                     "/language", "unknown_code");
    check_length(findings, "/fee_class", membership.fee_class, longest_short_text);
    check_tags(findings, membership.tags);
    findings.require(
        !membership.left_on || !membership.joined_on || *membership.left_on >= *membership.joined_on,
        "/left_on", "before_joined_on");
    return std::move(findings).or_value(std::move(membership));
}

MemberCategory category_of(OrganizationKind kind) {
    switch (kind) {
        case OrganizationKind::firm:
        case OrganizationKind::cooperative:
            return MemberCategory::core_firm;
        case OrganizationKind::bso:
        case OrganizationKind::association:
            return MemberCategory::support_organization;
        case OrganizationKind::academia:
        case OrganizationKind::research:
            return MemberCategory::academia;
        case OrganizationKind::public_body:
            return MemberCategory::public_body;
        case OrganizationKind::finance:
            return MemberCategory::finance;
        case OrganizationKind::non_profit:
            return MemberCategory::civil_society;
        case OrganizationKind::other:
            break;
    }
    return MemberCategory::other;
}

std::string label_of(std::string_view organization_name) {
    std::string label;
    for (std::string_view rest = organization_name; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        const std::string longer =
            label.empty() ? std::string(rest.substr(0, end)) : label + " " + std::string(rest.substr(0, end));
        if (text::length(longer) > longest_label) break;
        label = longer;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return label.empty() ? first_letters(organization_name, longest_label) : label;
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos)
        return false;
    const auto host = text.substr(at + 1);
    const auto dot = host.find('.');
    return dot != 0 && dot != std::string_view::npos && !host.ends_with('.') &&
           std::ranges::none_of(
               text, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == ';'; });
}

bool is_phone(std::string_view text) {
    return std::ranges::count_if(text, is_digit) >= 7 && std::ranges::all_of(text, [](char c) {
               return is_digit(c) || std::string_view(" +-()./").find(c) != std::string_view::npos;
           });
}

}  // namespace konbit
