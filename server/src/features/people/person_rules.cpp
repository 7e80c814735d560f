// SPDX-License-Identifier: Apache-2.0
#include "features/people/person_rules.hpp"

#include "core/text.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/memberships/membership_rules.hpp"
#include "features/organizations/listing_rules.hpp"

#include <algorithm>
#include <array>

namespace konbit::people {

namespace {

constexpr int longest_person_text = 120;
constexpr std::size_t compared_digits = 8;
constexpr auto languages = std::to_array<std::string_view>({"en", "es", "fr", "nl", "ht", "pap"});

template <class T>
bool are_equal(const std::optional<T>& a, const std::optional<T>& b) {
    return a && b && *a == *b;
}

void check_consent(Findings& findings, const Person& person, Date today) {
    const bool was_asked = person.consent != ContactConsent::not_asked;
    findings.require(!was_asked || person.consent_on, "/consent_on", "required");
    findings.require(!person.consent_on || *person.consent_on <= today, "/consent_on", "in_future");
}

}  // namespace

std::optional<std::string> phone_digits_of(std::string_view phone) {
    std::string digits;
    std::ranges::copy_if(phone, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    if (digits.size() < 7) return std::nullopt;
    return digits.substr(digits.size() - std::min(digits.size(), compared_digits));
}

void prepare(Person& person) {
    person.sort_key = text::sort_key(person.name);
    person.name_folded = text::fold(person.name);
    person.email_folded = person.email ? std::optional(accounts::folded_email(*person.email)) : std::nullopt;
    person.phone_digits = person.phone ? phone_digits_of(*person.phone) : std::nullopt;
}

Result<Person> checked(Person person, Date today) {
    person.name = text::trim(person.name);
    tidy(person.email);
    tidy(person.phone);
    if (person.consent == ContactConsent::not_asked) person.consent_on.reset();
    prepare(person);
    Findings findings;
    findings.require(!person.name.empty(), "/name", "required");
    check_length(findings, "/name", person.name, longest_person_text);
    check_length(findings, "/email", person.email, longest_person_text);
    findings.require(!person.email || is_email(*person.email), "/email", "not_an_email");
    findings.require(!person.phone || is_phone(*person.phone), "/phone", "not_a_phone");
    findings.require(std::ranges::find(languages, person.language) != languages.end(), "/language",
                     "unknown_code");
    check_consent(findings, person, today);
    return std::move(findings).or_value(std::move(person));
}

bool is_same_human(const Person& a, const Person& b) {
    return are_equal(a.email_folded, b.email_folded) || are_equal(a.phone_digits, b.phone_digits) ||
           (!a.name_folded.empty() && a.name_folded == b.name_folded);
}

}  // namespace konbit::people
